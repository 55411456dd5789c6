package cohort.report;

import cohort.permute.PermutationResult;

/**
 * What a run shuffled.
 *
 * @param scheme what, why and how, in words
 * @param exhaustive whether every distinct shuffle was made once
 * @param shuffles number of shuffles, the unshuffled labelling not counted
 */
public record Shuffled(String scheme, boolean exhaustive, int shuffles) {
    /** A model without a permutation test. */
    public static final Shuffled NOTHING = new Shuffled("nothing", false, 0);

    /** What a permutation test shuffled. */
    public static Shuffled by(PermutationResult result) {
        return new Shuffled(result.shuffling(), result.exhaustive(), result.shuffles());
    }
}
