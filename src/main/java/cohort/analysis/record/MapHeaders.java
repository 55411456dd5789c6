package cohort.analysis.record;

import cohort.image.HeaderNotes;
import cohort.threshold.statistic.Statistics;
import cohort.threshold.statistic.TestedBy;
import java.util.Optional;

/**
 * What the headers of a contrast's maps say, so that a map alone tells what it is.
 *
 * @param rows of the contrast: degrees of freedom of F's numerator
 * @param degreesOfFreedom of the residuals
 * @param test nothing for a model alone
 * @param ofVoxel the statistic of a voxel, whose values formed the clusters
 */
public record MapHeaders(int rows, int degreesOfFreedom, Optional<TestedBy> test, String ofVoxel) {

    /** The headers of a model without a permutation test. */
    public static MapHeaders ofModel(int rows, int degreesOfFreedom) {
        return new MapHeaders(rows, degreesOfFreedom, Optional.empty(), "");
    }

    /** The headers of a permutation test. */
    public static MapHeaders ofTest(int rows, HowTested how, String ofVoxel) {
        return new MapHeaders(
                rows, how.degreesOfFreedom(), Optional.of(new TestedBy(how.side(), how.formingLevel())), ofVoxel);
    }

    /** The header of a map: NIfTI's intent, and a description that begins with how it was tested. */
    public HeaderNotes of(String contrast, String statistic) {
        String words = statistic + " of contrast " + contrast;
        String description = test.map(tested -> statistic.equals(ofVoxel) ? tested : tested.withoutForming())
                .map(tested -> tested.description() + " " + words)
                .orElse(words);
        return Statistics.named(statistic, rows, degreesOfFreedom)
                .map(known -> known.header(description, statistic))
                .orElseGet(() -> HeaderNotes.of(description).withIntent(0, 0, 0, statistic));
    }
}
