package cohort.analysis.record;

import cohort.image.HeaderNotes;
import cohort.threshold.statistic.Statistics;
import cohort.threshold.statistic.TestedBy;
import java.util.List;
import java.util.Optional;

/**
 * What the headers of a contrast's maps say, so that a map alone tells what it is.
 *
 * @param rows of the contrast: degrees of freedom of F's numerator
 * @param degreesOfFreedom of the residuals
 * @param test nothing for a model alone
 */
public record MapHeaders(int rows, int degreesOfFreedom, Optional<TestedBy> test) {

    /** The headers of a model without a permutation test. */
    public static MapHeaders ofModel(int rows, int degreesOfFreedom) {
        return new MapHeaders(rows, degreesOfFreedom, Optional.empty());
    }

    /** The headers of a permutation test. */
    public static MapHeaders ofTest(int rows, HowTested how) {
        return new MapHeaders(rows, how.degreesOfFreedom(), Optional.of(new TestedBy(how.side(), how.formingLevel())));
    }

    /** Whether the cluster-forming threshold is none of the map's own values. */
    private static boolean isOfClusters(String statistic) {
        return statistic.startsWith("logp") || List.of("size", "mass", "tfce").contains(statistic);
    }

    /** The header of a map: NIfTI's intent, and a description that begins with how it was tested. */
    public HeaderNotes of(String contrast, String statistic) {
        String words = statistic + " of contrast " + contrast;
        String description = test.map(tested -> isOfClusters(statistic) ? tested.withoutForming() : tested)
                .map(tested -> tested.description() + " " + words)
                .orElse(words);
        return Statistics.named(statistic, rows, degreesOfFreedom)
                .map(known -> known.header(description, statistic))
                .orElseGet(() -> HeaderNotes.of(description).withIntent(0, 0, 0, statistic));
    }
}
