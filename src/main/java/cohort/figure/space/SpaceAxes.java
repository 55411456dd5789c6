package cohort.figure.space;

import cohort.image.Grid;

/**
 * How to walk a grid along the axes of space (0: x to the right, 1: y to the front, 2: z up) in upward steps, whatever
 * the order and direction in which its voxels are stored.
 */
public final class SpaceAxes {
    /** Axes count as parallel to those of space if a whole volume drifts by less than a fraction of a voxel. */
    private static final double PARALLEL = 1e-3;

    private final int[] size = new int[3], stride = new int[3];
    private final double[] spacing = new double[3], low = new double[3];
    private final int base;

    /** @throws IllegalArgumentException if the grid is {@linkplain #rotated rotated} */
    public SpaceAxes(Grid grid) {
        if (rotated(grid)) throw new IllegalArgumentException("a grid that stands askew in space: " + grid);
        int[] axes = grid.nearestAxes(), steps = {1, grid.nx(), grid.nx() * grid.ny()};
        int first = 0;
        for (int space = 0; space < 3; space++) {
            int axis = axes[space];
            double step = grid.affine(space, axis);
            size[space] = grid.size(axis);
            stride[space] = step > 0 ? steps[axis] : -steps[axis];
            if (step < 0) first += (size[space] - 1) * steps[axis];
            spacing[space] = Math.abs(step);
            low[space] = grid.affine(space, 3) + Math.min(0, step * (size[space] - 1)) - spacing[space] / 2;
        }
        base = first;
    }

    /** Whether the grid's axes are not those of space in any order and direction. */
    public static boolean rotated(Grid grid) {
        int[] axes = grid.nearestAxes();
        for (int space = 0; space < 3; space++)
            for (int other = 0; other < 3; other++)
                if (other != space
                        && Math.abs(grid.affine(other, axes[space])) > PARALLEL * grid.voxelSize(axes[space]))
                    return true;
        return false;
    }

    /** Voxels along an axis of space. */
    public int size(int space) {
        return size[space];
    }

    /** Index in the order of the file of a voxel counted upwards along the axes of space. */
    public int index(int x, int y, int z) {
        return base + x * stride[0] + y * stride[1] + z * stride[2];
    }

    /** What one step up along an axis of space adds to the index in the order of the file. */
    public int stride(int space) {
        return stride[space];
    }

    /** Distance of neighbours in mm, above 0. */
    public double spacing(int space) {
        return spacing[space];
    }

    /** Position in mm of the outer face of the lowest voxel. */
    public double low(int space) {
        return low[space];
    }

    /** Position in mm of the outer face of the highest voxel. */
    public double high(int space) {
        return low[space] + size[space] * spacing[space];
    }

    /**
     * Where the left half ends, in mm: the origin of x if that lies in the middle half of the grid, as it does in a
     * template's space, otherwise the middle of the grid.
     */
    public double middle() {
        double quarter = size[0] * spacing[0] / 4;
        return low[0] + quarter <= 0 && 0 <= high(0) - quarter ? 0 : low[0] + 2 * quarter;
    }
}
