package cohort.analysis.record;

import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import java.util.List;

/**
 * A map statistic of a contrast and what was found.
 *
 * @param info what the statistic is
 * @param observed its maximum over the image
 * @param critical what an observed maximum must exceed for a corrected p of 5 %; none if there are too few permutations for that
 * @param p the family-wise corrected p of the maximum
 * @param inference how corrected p-values followed from the null distribution
 */
public record TestedStatistic(StatisticInfo info, double observed, List<Double> critical, double p, String inference) {
    /** The family-wise error rate. */
    public static final double ALPHA = 0.05;

    /** What a test found. */
    public static TestedStatistic of(CorrectedMap test) {
        return new TestedStatistic(
                test.info(),
                Math.max(test.observed(), -Double.MAX_VALUE),
                test.nulls().critical(ALPHA).stream().boxed().toList(),
                test.leastP(),
                test.inference());
    }

    /** Whether p-values come from a curve, not from counting permutations. */
    boolean isFitted() {
        return TestedContrast.isFitted(inference);
    }
}
