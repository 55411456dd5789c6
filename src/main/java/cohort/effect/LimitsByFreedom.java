package cohort.effect;

import java.util.Arrays;

/**
 * The limits of the noncentrality of t where each voxel has degrees of freedom of its own: tables for some of these, between
 * which a limit is interpolated along 1 / ν.
 */
final class LimitsByFreedom {
    private static final int FEWEST = 4, MOST = 64;

    private final double[] inverses;
    private final NoncentralityLimits[] tables;

    private LimitsByFreedom(double[] inverses, NoncentralityLimits[] tables) {
        this.inverses = inverses;
        this.tables = tables;
    }

    /**
     * Takes twice as many tables until they foretell those that are added.
     *
     * @param least the least degrees of freedom, above 0
     * @param most the most, above the least
     * @param greatest the greatest size of a t
     */
    static LimitsByFreedom of(double least, double most, double greatest) {
        LimitsByFreedom limits = withTables(least, most, greatest, FEWEST);
        for (int n = 2 * FEWEST; n <= MOST; n *= 2) {
            LimitsByFreedom finer = withTables(least, most, greatest, n);
            if (limits.foretells(finer, greatest)) return finer;
            limits = finer;
        }
        return limits;
    }

    private static LimitsByFreedom withTables(double least, double most, double greatest, int n) {
        double[] inverses = ChebyshevTable.points(1 / most, 1 / least, n);
        NoncentralityLimits[] tables = Arrays.stream(inverses)
                .mapToObj(inverse -> new LimitsOfT(1 / inverse).tabulated(greatest))
                .toArray(NoncentralityLimits[]::new);
        return new LimitsByFreedom(inverses, tables);
    }

    private boolean foretells(LimitsByFreedom finer, double greatest) {
        for (int k = 1; k < finer.inverses.length; k += 2)
            for (double share : new double[] {-1, -0.3, -0.03, 0, 0.03, 0.3, 1}) {
                double t = share * greatest, expected = finer.tables[k].upper(t);
                double error = Math.abs(upper(t, 1 / finer.inverses[k]) - expected);
                if (!(error <= ChebyshevTable.TOLERANCE * Math.max(1, Math.abs(expected)))) return false;
            }
        return true;
    }

    double lower(double t, double degreesOfFreedom) {
        return -upper(-t, degreesOfFreedom);
    }

    double upper(double t, double degreesOfFreedom) {
        double[] values = new double[tables.length];
        for (int k = 0; k < values.length; k++) values[k] = tables[k].upper(t);
        return ChebyshevTable.interpolated(inverses, values, 1 / degreesOfFreedom);
    }
}
