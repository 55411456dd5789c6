package cohort.permute.screen.group;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The bound for designs that say no more of a subject than the group: all rows of M in group g are r_g. Then one sum S_g per group
 * tells all products. With σ_g = S_g / √n_g and the matrix of √(n_g n_h) r_g'r_h, a projection, φ is the projection of σ, the group's
 * fitted values are φ_g / √n_g, and e_g = Σ y² + φ_g² − 2 φ_g σ_g; with the effect's part of r_g alone φ_g² is b_X' M_g'M_g b_X.
 */
final class GroupMeans implements GroupBound {
    private static final int SIZE = VoxelTile.SIZE;

    private final Groups groups;
    private final double[][] common;
    private final int count;
    private final double[] root; // √n_g
    private final float[][] projection, effectProjection; // of S_h to φ_g
    private final GroupSums within;
    private final float[][] sums, left; // groups x voxels
    private final float[] fitted = new float[SIZE], effect = new float[SIZE];
    private final double fittedError, residualError;

    /**
     * @param common r_g, groups x columns, the effect's first
     * @param labels the number of each subject's group, from 1
     * @param onlyFlips whether shuffles leave the subjects in their places
     */
    GroupMeans(double[][] common, double[] labels, Groups groups, boolean onlyFlips) {
        this.groups = groups;
        this.common = common;
        count = common.length;
        within = GroupSums.of(ones(labels), count, onlyFlips);
        root = Arrays.stream(groups.sizes()).mapToDouble(Math::sqrt).toArray();
        projection = projection(groups.columns());
        effectProjection = projection(groups.effects());
        sums = new float[FloatProducts.padded(count)][SIZE];
        left = new float[count][SIZE];
        double u = FloatTile.ROUNDING;
        double sumError = within.error() + u;
        fittedError = count * (sumError + 8 * u);
        residualError = count * (labels.length + 8) * u + 4 * fittedError + 2 * sumError + 16 * u;
    }

    private float[][] projection(int columns) {
        float[][] matrix = new float[count][FloatProducts.padded(count)];
        for (int g = 0; g < count; g++)
            for (int h = 0; h < count; h++) {
                double product = 0;
                for (int c = 0; c < columns; c++) product += common[g][c] * common[h][c];
                matrix[g][h] = (float) (root[g] * product);
            }
        return matrix;
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> shuffled) {
        within.prepare(shuffles, k -> ones(shuffled.apply(k)[groups.columns()]));
    }

    /** A column of what flips do to each subject, and the groups. */
    private static double[][] ones(double[] labels) {
        return new double[][] {Arrays.stream(labels).map(Math::signum).toArray(), labels};
    }

    @Override
    public void load(VoxelTile tile) {
        within.load(tile);
    }

    @Override
    public void bound(int shuffle, float[] bound) {
        for (int g = 0; g < count; g++) within.sum(shuffle, g, 0, sums[g]);
        float[][] squares = within.squares(shuffle);
        Arrays.fill(bound, 0);
        for (int g = 0; g < count; g++) addGroup(g, squares[g], bound);
    }

    private void addGroup(int group, float[] squares, float[] bound) {
        GroupBound.combine(projection[group], sums, fitted);
        addResiduals(fitted, (float) (2 / root[group]), sums[group], squares, left[group]);
        if (groups.effects() < groups.columns()) GroupBound.combine(effectProjection[group], sums, fitted);
        square(fitted, effect);
        GroupBound.addShare(
                (float) groups.freedoms()[group],
                effect,
                (float) (3 * fittedError),
                left[group],
                (float) residualError,
                bound);
    }

    @Override
    public double effect(int column, int voxel) {
        double b = 0;
        for (int g = 0; g < count; g++) b += common[g][column] * sums[g][voxel];
        return b;
    }

    @Override
    public double effectError() {
        return fittedError;
    }

    @Override
    public double most(int group, int voxel) {
        return Math.max(0, left[group][voxel] + residualError);
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void square(float[] x, float[] product) {
        for (int j = 0; j < SIZE; j++) product[j] = x[j] * x[j];
    }

    private static void addResiduals(float[] fitted, float factor, float[] sum, float[] squares, float[] left) {
        for (int j = 0; j < SIZE; j++) left[j] = squares[j] + fitted[j] * (fitted[j] - factor * sum[j]);
    }
}
