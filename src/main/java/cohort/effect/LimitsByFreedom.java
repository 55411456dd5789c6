package cohort.effect;

import java.util.Arrays;
import java.util.stream.IntStream;

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
        double[] inverses = IntStream.rangeClosed(0, n)
                .mapToDouble(k -> ChebyshevTable.point(1 / most, 1 / least, k, n))
                .toArray();
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

    /** By the second barycentric formula (Berrut &amp; Trefethen 2004, SIAM Review 46:501). */
    double upper(double t, double degreesOfFreedom) {
        double above = 0, below = 0;
        for (int k = 0; k < tables.length; k++) {
            double distance = 1 / degreesOfFreedom - inverses[k];
            if (distance == 0) return tables[k].upper(t);
            double weight = (k == 0 || k == tables.length - 1 ? 0.5 : 1) * (k % 2 == 0 ? 1 : -1) / distance;
            above += weight * tables[k].upper(t);
            below += weight;
        }
        return above / below;
    }
}
