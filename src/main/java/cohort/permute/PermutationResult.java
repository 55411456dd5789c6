package cohort.permute;

import java.util.List;

/**
 * The outcome of a permutation test.
 *
 * @param shuffling what was shuffled, in words
 * @param exhaustive whether every distinct shuffle was made once
 * @param shuffles number of shuffles, the unshuffled labelling not counted
 * @param statistics t first, then those asked for
 */
public record PermutationResult(String shuffling, boolean exhaustive, int shuffles, List<CorrectedMap> statistics) {

    /**
     * A map statistic and its evidence.
     *
     * @param name of the map statistic
     * @param map its values in mask order
     * @param logP −log10 of the family-wise corrected p, in mask order
     * @param nulls its maxima over the image
     */
    public record CorrectedMap(String name, double[] map, double[] logP, NullDistribution nulls) {

        /** The name of the map of −log10 p, e.g. {@code logpMaxSize}. */
        public String logPName() {
            return logPName(name);
        }

        /** The name of the map of −log10 p of a map statistic. */
        public static String logPName(String name) {
            return "logpMax" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }
}
