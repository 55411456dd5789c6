package cohort.analysis.results;

import cohort.analysis.record.TestedStatistic;
import cohort.permute.CorrectedMap;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The value above which pictures show the statistic of voxels if no table of clusters sets one: that with an uncorrected p of
 * 0.001 or, for a statistic without such a p, the threshold for a corrected p of 0.05.
 *
 * @param level the value
 * @param reason why this one, a clause
 */
public record ShownThreshold(double level, String reason) {
    private static final double UNCORRECTED = 0.001;

    /** That of a contrast's statistic of voxels. */
    public static ShownThreshold of(ContrastResults tested) {
        return tested.hasP()
                ? new ShownThreshold(tested.levelOf(UNCORRECTED), "uncorrected p < " + UNCORRECTED)
                : corrected(tested.tests().get(0));
    }

    /** The threshold for a corrected p of 0.05, or the largest of the null distribution if there are too few for that. */
    static ShownThreshold corrected(CorrectedMap test) {
        OptionalDouble critical = test.nulls().critical(TestedStatistic.ALPHA);
        return critical.isPresent()
                ? new ShownThreshold(critical.getAsDouble(), "corrected p < 0.05")
                : new ShownThreshold(
                        Arrays.stream(test.nulls().maxima()).max().orElse(0),
                        "the largest value of the null distribution");
    }
}
