package cohort.figure.space;

import cohort.image.Grid;

/**
 * A map whose axes are those of space.
 *
 * @param axes how to walk the values
 * @param values in the order of the file that {@code axes} knows; not to be changed
 */
public record Upright(SpaceAxes axes, double[] values) {

    /**
     * Values on any grid. Where the grid stands askew in space they are interpolated (trilinear, 0 outside and for what
     * is not finite) at voxels of about the same size; otherwise they are taken as they are, without a copy.
     */
    public static Upright of(Grid grid, double[] values) {
        if (!SpaceAxes.rotated(grid)) return new Upright(new SpaceAxes(grid), values);
        Grid straight = straightened(grid);
        double[] sampled = new double[straight.voxels()];
        double[] origin = grid.toVoxel(0, 0, 0), right = grid.toVoxel(1, 0, 0), at = new double[3];
        double step = straight.voxelSize(0);
        for (int k = 0, v = 0; k < straight.nz(); k++)
            for (int j = 0; j < straight.ny(); j++) {
                double[] mm = straight.toMm(0, j, k), start = grid.toVoxel(mm[0], mm[1], mm[2]);
                for (int i = 0; i < straight.nx(); i++, v++) {
                    for (int s = 0; s < 3; s++) at[s] = start[s] + i * step * (right[s] - origin[s]);
                    sampled[v] = interpolate(grid, values, at);
                }
            }
        return new Upright(new SpaceAxes(straight), sampled);
    }

    /** A grid along the axes of space that holds all voxels of the given one. */
    private static Grid straightened(Grid grid) {
        int[] axes = grid.nearestAxes(), size = new int[3];
        double[] affine = new double[12];
        for (int space = 0; space < 3; space++) {
            double low = grid.affine(space, 3), high = low, step = grid.voxelSize(axes[space]);
            for (int axis = 0; axis < 3; axis++) {
                double reach = grid.affine(space, axis) * (grid.size(axis) - 1);
                low += Math.min(0, reach);
                high += Math.max(0, reach);
            }
            size[space] = (int) Math.ceil((high - low) / step - 1e-6) + 1;
            affine[4 * space + space] = step;
            affine[4 * space + 3] = low;
        }
        return new Grid(size[0], size[1], size[2], affine);
    }

    private static double interpolate(Grid grid, double[] values, double[] at) {
        int i0 = (int) Math.floor(at[0]), j0 = (int) Math.floor(at[1]), k0 = (int) Math.floor(at[2]);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = i0 + (corner & 1), j = j0 + (corner >> 1 & 1), k = k0 + (corner >> 2);
            if (i < 0 || j < 0 || k < 0 || i >= grid.nx() || j >= grid.ny() || k >= grid.nz()) continue;
            double value = values[grid.index(i, j, k)];
            if (Double.isFinite(value))
                sum += value * (1 - Math.abs(at[0] - i)) * (1 - Math.abs(at[1] - j)) * (1 - Math.abs(at[2] - k));
        }
        return sum;
    }
}
