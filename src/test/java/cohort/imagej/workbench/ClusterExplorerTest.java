package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterExplorerTest {
    @Test
    void thePictureIsOfThePeakWithinTheLargestCluster() {
        double[] sizes = {0, 2, 2, 0, -3, -3, -3, 0}, t = {1, 9, 4, 0, -3.2, -5, -3.1, 2};
        StatisticInfo info = StatisticInfo.ofVoxel("size", true, false, "", List.of());
        CorrectedMap map = new CorrectedMap(
                info,
                Tail.BOTH,
                sizes,
                new double[sizes.length],
                Optional.empty(),
                new NullDistribution(new double[] {1}),
                "");
        assertEquals(5, ClusterExplorer.peak(map, t));
    }
}
