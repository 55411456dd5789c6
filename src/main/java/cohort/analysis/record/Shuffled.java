package cohort.analysis.record;

import cohort.permute.PermutationResult;
import cohort.permute.shuffle.ShuffleScheme;

/**
 * What a run permuted or sign-flipped.
 *
 * @param scheme what, in words
 * @param reason why, and how nuisance regressors are treated
 * @param exhaustive whether every distinct permutation was made once
 * @param shuffles number of permutations, the observed labelling not counted
 */
public record Shuffled(String scheme, String reason, boolean exhaustive, int shuffles) {
    /** A model without a permutation test. */
    public static final Shuffled NOTHING = new Shuffled("nothing", "no permutation test was asked for", false, 0);

    /** What a permutation test permuted or sign-flipped. */
    public static Shuffled by(PermutationResult result) {
        return new Shuffled(result.shuffling(), result.reason(), result.exhaustive(), result.shuffles());
    }

    /** What was drawn, without the blocks: e.g. {@code sign flips}. */
    public String draws() {
        return ShuffleScheme.described(scheme).words();
    }

    /** Whether maps changed places, and not signs alone. */
    public boolean permutes() {
        return ShuffleScheme.described(scheme).permutes();
    }

    /** One of {@link #draws}. */
    public String draw() {
        return ShuffleScheme.described(scheme).each();
    }
}
