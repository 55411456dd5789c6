package cohort.report;

import cohort.design.Contrast;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.permute.Tail;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found for a contrast.
 *
 * @param contrast what was tested
 * @param tail the side on which evidence counts; both where no permutation test says otherwise
 * @param maps by statistic; that of each test is among them
 * @param tests statistics with their corrected p and null distributions, that of the voxel first; none without a permutation test
 */
record ContrastResults(Contrast contrast, Tail tail, Map<String, Volume> maps, List<CorrectedMap> tests) {

    /** The name of the statistic: {@code t} or {@code F}, {@code v} or {@code G} if variances differ. */
    String statistic() {
        return tests.isEmpty() ? contrast.isF() ? "F" : "t" : tests.get(0).name();
    }

    /** The map of the statistic. */
    Volume map() {
        return maps.get(statistic());
    }

    /** The test of a map statistic. */
    Optional<CorrectedMap> test(String name) {
        return tests.stream().filter(test -> test.name().equals(name)).findFirst();
    }
}
