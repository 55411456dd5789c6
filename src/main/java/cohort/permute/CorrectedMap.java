package cohort.permute;

import cohort.permute.nulls.NullDistribution;
import java.util.Optional;

/**
 * A map statistic and its evidence. Maps are in mask order.
 *
 * @param name of the map statistic
 * @param map its values
 * @param logP −log10 of the p-value corrected over the image
 * @param jointLogP −log10 of the p-value corrected over the image and all contrasts; empty if there is but one, or if they are
 *     not of one kind
 * @param nulls its maxima over the image
 * @param inference how p-values followed from the maxima, in words
 */
public record CorrectedMap(
        String name,
        double[] map,
        double[] logP,
        Optional<double[]> jointLogP,
        NullDistribution nulls,
        String inference) {

    /** The name of the map of −log10 p, e.g. {@code logpMaxSize}. */
    public String logPName() {
        return logPName(name);
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
