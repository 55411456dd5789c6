package cohort.permute.shuffle;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;

/** What a shuffle does to the subjects. */
public enum ShuffleScheme {
    /** Chosen by the model. */
    AUTO("chosen by the model", "", false, false),
    /** Signs are flipped: errors are independent and symmetric about zero. */
    FLIPS("sign flips", "symmetric about zero", false, true),
    /** Rows of the design are exchanged: errors are exchangeable. */
    PERMUTATIONS("permutations", "exchangeable", true, false),
    /** Rows are exchanged and then flipped: errors are both. */
    BOTH("permutations with sign flips", "exchangeable and symmetric about zero", true, true);
    private final String words, assumed;
    private final boolean permutes, flips;

    ShuffleScheme(String words, String assumed, boolean permutes, boolean flips) {
        this.words = words;
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

    /** What is done, for the log. */
    String words() {
        return words;
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
