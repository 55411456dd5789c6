package cohort.imagej.workbench.widget;

import cohort.permute.CorrectedMap;
import cohort.permute.nulls.MonteCarloInterval;
import cohort.text.Words;
import java.util.List;

/** The smallest corrected p of each statistic, in words. */
public final class SmallestCorrectedP {
    private SmallestCorrectedP() {}

    /**
     * Those of one contrast.
     *
     * @param exhaustive whether all distinct shuffles are made, so that p is exact
     */
    public static String of(String contrast, List<CorrectedMap> tests, boolean exhaustive) {
        return contrast + ": smallest corrected p "
                + Words.list(tests.stream().map(test -> of(test, exhaustive)).toList());
    }

    private static String of(CorrectedMap test, boolean exhaustive) {
        String p = Words.p(test.leastP()) + " by " + test.info().symbol();
        if (exhaustive || !test.inference().equals(test.nulls().words())) return p;
        MonteCarloInterval interval = MonteCarloInterval.of(test.nulls(), test.observed());
        return p + " (95 % Monte Carlo interval " + (interval.low() == 0 ? "0" : Words.p(interval.low())) + " to "
                + Words.p(interval.high()) + ")";
    }
}
