package cohort.permute;

import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import java.util.Optional;

/**
 * A map statistic and its evidence. Maps are in mask order.
 *
 * @param info what the statistic is
 * @param tail the side on which evidence counts
 * @param map its values
 * @param logP −log10 of the p-value corrected over the image
 * @param jointLogP −log10 of the p-value corrected over the image and all contrasts; empty if there is but one, or if they are
 *     not of one kind
 * @param nulls its maxima over the image
 * @param inference how p-values followed from the maxima, in words
 */
public record CorrectedMap(
        StatisticInfo info,
        Tail tail,
        double[] map,
        double[] logP,
        Optional<double[]> jointLogP,
        NullDistribution nulls,
        String inference) {

    /** The name of the statistic in files. */
    public String name() {
        return info.name();
    }

    /** The maximum over the image, on the side that counts; negative infinity if no value is finite. */
    public double observed() {
        double greatest = map.length == 0 ? Double.NEGATIVE_INFINITY : evidence(map[peak()]);
        return Double.isFinite(greatest) ? greatest : Double.NEGATIVE_INFINITY;
    }

    /** The voxel, in mask order, in which the evidence is greatest; 0 if no value is finite. */
    public int peak() {
        int peak = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < map.length; v++) {
            double evidence = evidence(map[v]);
            if (Double.isFinite(evidence) && evidence > greatest) {
                greatest = evidence;
                peak = v;
            }
        }
        return peak;
    }

    private double evidence(double value) {
        return info.isSigned() ? tail.evidence(value) : value;
    }

    /** The least corrected p. */
    public double leastP() {
        return leastP(logP);
    }

    /** The least p of a map of −log10 p. */
    public static double leastP(double[] logP) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double each : logP) if (Double.isFinite(each)) greatest = Math.max(greatest, each);
        return Math.pow(10, greatest == Double.NEGATIVE_INFINITY ? 0 : -greatest);
    }

    /** The name of the map of −log10 p, e.g. {@code logpMaxSize}. */
    public String logPName() {
        return logPName(name());
    }

    /** The name of the map of −log10 p of a map statistic. */
    public static String logPName(String name) {
        return "logpMax" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The name of the map of −log10 p over all contrasts, e.g. {@code logpMaxSizeAllContrasts}. */
    public String jointLogPName() {
        return jointName(logPName());
    }

    /** The name of the map over all contrasts, of that of −log10 p. */
    public static String jointName(String logPName) {
        return logPName + "AllContrasts";
    }
}
