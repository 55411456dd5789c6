package cohort.permute.screen;

import cohort.design.matrix.Columns;
import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;

/**
 * A space of few dimensions that the data of a tile's voxels are near, as neighbours resemble each other: what sums of neighbours
 * span after one step of subspace iteration. One instance per thread.
 */
final class NearSpace {
    /** Dimensions. */
    static final int DIMENSIONS = 48;

    private static final int HALF = DIMENSIONS / 2;
    /** What is left of a column is a rounding error below this share of it. */
    private static final double ZERO = 1e-6;

    private final int subjects;
    private final FloatTile tile;
    private final FloatDots withSpace, withVoxels;
    private final float[][] columns;
    private final FloatTile similarity = new FloatTile(VoxelTile.SIZE, DIMENSIONS);
    private final float[][] coordinates = new float[DIMENSIONS][VoxelTile.SIZE];
    private final float[] within = new float[VoxelTile.SIZE], beyond = new float[VoxelTile.SIZE];

    /** @param tile subjects x voxels */
    NearSpace(int subjects, FloatTile tile) {
        this.subjects = subjects;
        this.tile = tile;
        withSpace = new FloatDots(tile, HALF);
        withVoxels = new FloatDots(similarity, (subjects + 1) / 2);
        columns = new float[DIMENSIONS][FloatProducts.padded(subjects)];
    }

    /** Finds the space of the tile's voxels, which have unit length or 0. */
    void load() {
        float[][] rows = tile.rows();
        for (int i = 0; i < subjects; i++) for (int l = 0; l < DIMENSIONS; l++) columns[l][i] = sum(rows[i], l);
        project();
        for (int l = 0; l < DIMENSIONS; l++)
            for (int j = 0; j < VoxelTile.SIZE; j++) similarity.rows()[j][l] = coordinates[l][j];
        similarity.arrange(DIMENSIONS);
        int half = (subjects + 1) / 2;
        withVoxels.multiply(Arrays.copyOf(rows, half), Arrays.copyOfRange(rows, subjects - half, subjects), DIMENSIONS);
        orthonormalize(half);
        project();
        measure();
    }

    /** Of the neighbours that a dimension begins with. */
    private static float sum(float[] row, int dimension) {
        int from = dimension * VoxelTile.SIZE / DIMENSIONS, to = (dimension + 1) * VoxelTile.SIZE / DIMENSIONS;
        float sum = 0;
        for (int j = from; j < to; j++) sum += row[j];
        return sum;
    }

    private void project() {
        withSpace.multiply(Arrays.copyOf(columns, HALF), Arrays.copyOfRange(columns, HALF, DIMENSIONS), VoxelTile.SIZE);
        for (int l = 0; l < DIMENSIONS; l++)
            System.arraycopy(withSpace.sums(l / HALF)[l % HALF], 0, coordinates[l], 0, VoxelTile.SIZE);
    }

    /** In double precision, then rounded; zeros for a column that adds nothing. */
    private void orthonormalize(int half) {
        double[][] found = new double[0][];
        for (int l = 0; l < DIMENSIONS; l++) {
            double[] column = new double[subjects];
            for (int i = 0; i < subjects; i++)
                column[i] = i < half ? withVoxels.sums(0)[i][l] : withVoxels.sums(1)[i - subjects + half][l];
            double before = Columns.norm(column);
            Columns.removeProjection(column, found);
            double left = Columns.norm(column);
            boolean isNew = left > ZERO * before;
            for (int i = 0; i < subjects; i++) {
                column[i] *= isNew ? 1 / left : 0;
                columns[l][i] = (float) column[i];
            }
            if (!isNew) continue;
            found = Arrays.copyOf(found, found.length + 1);
            found[found.length - 1] = column;
        }
    }

    private void measure() {
        Arrays.fill(within, 0);
        for (float[] row : coordinates) FloatProducts.addSquares(row, within);
        double squares = FloatTile.squareError(subjects, DIMENSIONS);
        for (int j = 0; j < VoxelTile.SIZE; j++) {
            beyond[j] = up(Math.sqrt(Math.max(0, 1 - within[j] + squares)));
            within[j] = up(Math.sqrt(within[j] + squares));
        }
    }

    private static float up(double x) {
        return Math.nextUp((float) x);
    }

    /** The basis, dimensions x subjects and zeros that fill up. */
    float[][] columns() {
        return columns;
    }

    /** The coordinates of each voxel, dimensions x voxels. */
    float[][] coordinates() {
        return coordinates;
    }

    /** How long the part of each voxel in the space is at most. */
    float[] within() {
        return within;
    }

    /** How long the part of each voxel outside of the space is at most. */
    float[] beyond() {
        return beyond;
    }

    /** By how much a voxel's coordinates may be off, as the length of a vector. */
    double error() {
        return FloatTile.error(subjects) * Math.sqrt(DIMENSIONS);
    }
}
