package cohort.report.words;

import cohort.analysis.record.RunRecord;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The smallest corrected p that shuffles could give if they are counted.
 *
 * @param reaching how many labellings reach the greatest maximum of all
 * @param labellings how many there are, the unshuffled one among them
 */
public record SmallestP(int reaching, int labellings) {
    /** What float32 leaves of equal values. */
    private static final double ROUNDING = 1e-5;

    /**
     * Of a map statistic. Where all shuffles are made, those that tie with each other for any data, such as a shuffle and its
     * mirror image in a two-sided test, are found by the maximum that they share.
     */
    public static SmallestP of(RunRecord run, CorrectedMap test, Tail tail) {
        double[] maxima = test.nulls().maxima();
        if (!run.shuffled().exhaustive()) return new SmallestP(1, maxima.length + 1);
        double[] all = DoubleStream.concat(DoubleStream.of(Significance.of(test).observed()), Arrays.stream(maxima))
                .toArray();
        double greatest = Arrays.stream(all).max().orElseThrow();
        int reaching = (int) Arrays.stream(all)
                .filter(maximum -> maximum >= greatest - ROUNDING * Math.abs(greatest))
                .count();
        return new SmallestP(reaching, all.length);
    }

    double value() {
        return (double) reaching / labellings;
    }

    /** Whether it is small enough to be significant. */
    public boolean isSignificant() {
        return Significance.isSignificant(-Math.log10(value()));
    }

    /** E.g. {@code 2 / 16 = 0.125}. */
    public String words() {
        return Words.count(reaching) + " / " + Words.count(labellings) + " = " + Words.p(value());
    }
}
