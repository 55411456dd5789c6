package cohort.image.resample;

import cohort.image.Grid;

/** Takes voxel coordinates of one grid to those of another by way of mm: three rows of four. */
final class VoxelTransform {
    private final double[] rows = new double[12];

    private VoxelTransform() {}

    static VoxelTransform between(Grid from, Grid to) {
        VoxelTransform map = new VoxelTransform();
        double[] origin = to.toVoxel(from.affine(0, 3), from.affine(1, 3), from.affine(2, 3));
        for (int column = 0; column < 3; column++) {
            double[] mm = from.toMm(column == 0 ? 1 : 0, column == 1 ? 1 : 0, column == 2 ? 1 : 0);
            double[] end = to.toVoxel(mm[0], mm[1], mm[2]);
            for (int row = 0; row < 3; row++) map.rows[4 * row + column] = end[row] - origin[row];
        }
        for (int row = 0; row < 3; row++) map.rows[4 * row + 3] = origin[row];
        return map;
    }

    double of(int row, int column) {
        return rows[4 * row + column];
    }

    /** The coordinate along an axis of the second grid at voxel (i, j, k) of the first. */
    double at(int row, int i, int j, int k) {
        int r = 4 * row;
        return rows[r] * i + rows[r + 1] * j + rows[r + 2] * k + rows[r + 3];
    }
}
