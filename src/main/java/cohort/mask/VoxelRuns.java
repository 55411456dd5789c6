package cohort.mask;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/** A grid cut into runs of voxels that are short enough for the processor's cache and looked at by several threads. */
final class VoxelRuns {
    static final int VOXELS = 1 << 14;

    private VoxelRuns() {}

    /** What is done with a run; runs do not overlap. */
    interface Work {
        /**
         * @param first the first voxel
         * @param n number of voxels
         * @param values room for their values
         */
        void on(int first, int n, double[] values);
    }

    static void forEach(int voxels, Work work) {
        List<Integer> slabs =
                IntStream.range(0, (voxels + VOXELS - 1) / VOXELS).boxed().toList();
        Parallelization.getTaskExecutor().forEach(slabs, slab -> {
            int first = slab * VOXELS;
            work.on(first, Math.min(VOXELS, voxels - first), new double[VOXELS]);
        });
    }
}
