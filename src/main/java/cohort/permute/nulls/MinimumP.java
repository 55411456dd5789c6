package cohort.permute.nulls;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The p-value of the best of several tests that saw the same shuffles: for each labelling the least of its p-values is found, and
 * that of the unshuffled one takes its place among them (Westfall & Young 1993, Resampling-Based Multiple Testing, section 2.5). So
 * whoever looks at all of the tests and reports the one that pleases has the family-wise error of one.
 */
public final class MinimumP {
    /** For each test the maxima of all labellings, the unshuffled one last. */
    private final List<NullDistribution> tests;
    /** For each labelling how many labellings reach its maximum in the test where these are fewest, ascending. */
    private final int[] least;

    /**
     * @param nulls maxima of each test, by the same shuffles in the same order
     * @param observed the maximum of each test without any shuffle
     */
    public MinimumP(List<NullDistribution> nulls, double[] observed) {
        tests = IntStream.range(0, observed.length)
                .mapToObj(i -> nulls.get(i).with(observed[i]))
                .toList();
        least = IntStream.range(0, tests.get(0).size())
                .map(k -> reach(
                        tests.stream().mapToDouble(test -> test.maximum(k)).toArray()))
                .sorted()
                .toArray();
    }

    private int reach(double[] values) {
        return IntStream.range(0, values.length)
                .map(i -> tests.get(i).reach(values[i]))
                .min()
                .orElseThrow();
    }

    /**
     * The p of one place, corrected over the image and the tests.
     *
     * @param values what was observed there, one a test
     */
    public double p(double[] values) {
        int reach = reach(values);
        int after = Arrays.binarySearch(least, reach);
        after = after < 0 ? -after - 1 : after;
        while (after < least.length && least[after] == reach) after++;
        return Math.max(1, after) / (double) least.length;
    }
}
