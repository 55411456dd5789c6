package cohort.permute.screen.group;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;

/** A bound of v², or of q times G, in single precision; see {@link GroupScreen}. One instance per thread. */
interface GroupBound {
    /** Residuals that may be none. */
    float NOTHING = 1e-30f;

    /** Takes in the designs of a block of shuffles. */
    void prepare(int shuffles, IntFunction<double[][]> designs);

    /** Takes in a tile. */
    void load(VoxelTile tile);

    /** What v², or q times G, is at most in each voxel. */
    void bound(int shuffle, float[] bound);

    /** An element of b_X in a voxel, after {@link #bound}. */
    double effect(int column, int voxel);

    /** By how much the elements of b_X may be off. */
    double effectError();

    /** e_g in a voxel at most, after {@link #bound}. */
    double most(int group, int voxel);

    /**
     * Adds up rows.
     *
     * @param weights filled up with zeros as {@link FloatProducts#padded} says
     * @param rows at least as many
     */
    static void combine(float[] weights, float[][] rows, float[] sum) {
        Arrays.fill(sum, 0);
        for (int m = 0; m < weights.length; m += FloatProducts.ROWS)
            FloatProducts.add(
                    VoxelTile.SIZE,
                    sum,
                    weights[m],
                    weights[m + 1],
                    weights[m + 2],
                    weights[m + 3],
                    rows[m],
                    rows[m + 1],
                    rows[m + 2],
                    rows[m + 3]);
    }

    /**
     * Adds a group's share of the bound.
     *
     * @param freedom ν_g
     * @param square b_X' M_g'M_g b_X, off by an error
     * @param rest e_g, off by an error
     */
    static void addShare(
            float freedom, float[] square, float squareError, float[] rest, float restError, float[] bound) {
        for (int j = 0; j < VoxelTile.SIZE; j++)
            bound[j] += freedom * (square[j] + squareError) / Math.max(NOTHING, rest[j] - restError);
    }
}
