package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.matrix.HeapMatrix;
import cohort.matrix.VoxelMatrix;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.parallel.Parallelization;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a test reads data that are not in memory: once for the observed map, and once a thread for each block of shuffles. */
class PassesTest {
    private static final Mask MASK = Mask.everywhere(Grid.ofVoxelSize(12, 11, 10, 2, 2, 2));
    private static final int SUBJECTS = 14;

    /** Counts how often its first tile is read. */
    private record Counted(VoxelMatrix values, AtomicInteger passes) implements VoxelMatrix {

        @Override
        public int voxels() {
            return values.voxels();
        }

        @Override
        public int maps() {
            return values.maps();
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public void read(int first, int n, double[][] rows) {
            if (first == 0) passes.incrementAndGet();
            values.read(first, n, rows);
        }
    }

    private static VoxelMatrix noise() {
        Random random = new Random(2);
        HeapMatrix matrix = new HeapMatrix(MASK.size(), SUBJECTS);
        for (int s = 0; s < SUBJECTS; s++)
            matrix.put(s, random.doubles(MASK.size(), -1, 1).toArray());
        return matrix;
    }

    private static List<MapStatistic> statistics(String name) {
        return switch (name) {
            case "clusters" -> ClusterForming.statistics(0.01, Tail.BOTH, 1, SUBJECTS - 2);
            case "tfce" -> List.of(EnhancedStatistic.DEFAULT);
            default -> List.of();
        };
    }

    @ParameterizedTest
    @CsvSource({"t, 2048, 1, 2", "t, 1000, 2, 2", "clusters, 2048, 1, 2", "tfce, 512, 1, 4", "tfce, 512, 2, 4"})
    void theDataAreReadOnceForEachBlock(String statistic, int permutations, int threads, int blocks) {
        AtomicInteger passes = new AtomicInteger();
        DMatrixRMaj design = new DMatrixRMaj(SUBJECTS, 2);
        for (int s = 0; s < SUBJECTS; s++) {
            design.set(s, 0, 1);
            design.set(s, 1, s);
        }
        Hypothesis slope = new Hypothesis(new DMatrixRMaj(new double[][] {{0, 1}}), statistics(statistic));
        Parallelization.runWithNumThreads(
                threads,
                () -> PermutationInference.test(
                        new Counted(noise(), passes).image(),
                        MASK,
                        design,
                        List.of(slope),
                        PermutationOptions.of(permutations, 1, Tail.BOTH),
                        Progress.NONE));
        assertEquals(1 + blocks, passes.get());
    }
}
