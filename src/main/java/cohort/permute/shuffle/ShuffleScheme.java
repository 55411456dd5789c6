package cohort.permute.shuffle;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What a shuffle does to the subjects. */
public enum ShuffleScheme {
    /** Chosen by the model. */
    AUTO("chosen by the model", "", "", false, false),
    /** Signs are flipped: errors are independent and symmetric about zero. */
    FLIPS("sign flips", "sign flip", "symmetric about zero", false, true),
    /** Rows of the design are exchanged: errors are exchangeable. */
    PERMUTATIONS("permutations", "permutation", "exchangeable", true, false),
    /** Rows are exchanged and then flipped: errors are both. */
    BOTH(
            "permutations with sign flips",
            "permutation with its sign flips",
            "exchangeable and symmetric about zero",
            true,
            true);
    private final String words, each, assumed;
    private final boolean permutes, flips;

    ShuffleScheme(String words, String each, String assumed, boolean permutes, boolean flips) {
        this.words = words;
        this.each = each;
        this.assumed = assumed;
        this.permutes = permutes;
        this.flips = flips;
    }

    /** @throws InputException if the name is none of {@code auto}, {@code flips}, {@code permutations}, {@code both} */
    public static ShuffleScheme of(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InputException("shuffle: found " + name + ", expected auto, flips, permutations or both."));
    }

    /**
     * The scheme of a test from its description.
     *
     * @param description as {@link Shuffling#name} gives it, e.g. {@code sign flips within 12 blocks}
     * @return permutations if no other scheme begins so
     */
    public static ShuffleScheme described(String description) {
        return Stream.of(BOTH, FLIPS)
                .filter(scheme -> description.startsWith(scheme.words))
                .findFirst()
                .orElse(PERMUTATIONS);
    }

    /** What is done, in the plural: e.g. {@code sign flips}. */
    public String words() {
        return words;
    }

    /** One of them: e.g. {@code sign flip}. */
    public String each() {
        return each;
    }

    /** What errors must be for the p-values to hold, in a sentence. */
    public String assumption() {
        return "The p-values assume that, without an effect, errors are " + assumed
                + (permutes ? "." : "; their variances may differ.");
    }

    public boolean permutes() {
        return permutes;
    }

    public boolean flips() {
        return flips;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
