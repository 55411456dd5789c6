package cohort.spark;

import cohort.matrix.VoxelMatrix;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the voxels are cut into parts: between tiles, so that parts are as even as can be.
 *
 * @param at the first voxel of each part in mask order, and behind them the number of voxels
 */
record VoxelCuts(int[] at) implements Serializable {

    /** Cuts voxels into so many parts, or fewer if there are not as many tiles. */
    static VoxelCuts of(int voxels, int parts) {
        int tiles = (int) (((long) voxels + VoxelMatrix.TILE - 1) / VoxelMatrix.TILE), n = Math.min(parts, tiles);
        return new VoxelCuts(IntStream.rangeClosed(0, n)
                .map(p -> (int) Math.min(voxels, (long) tiles * p / n * VoxelMatrix.TILE))
                .toArray());
    }

    /** How many parts there are. */
    int parts() {
        return at.length - 1;
    }

    /** How many voxels a part has. */
    int voxels(int part) {
        return at[part + 1] - at[part];
    }

    /** The values of a part. */
    double[] cut(double[] values, int part) {
        return Arrays.copyOfRange(values, at[part], at[part + 1]);
    }
}
