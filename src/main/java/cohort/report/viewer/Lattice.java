package cohort.report.viewer;

import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.stream.IntStream;

/**
 * The voxels of a grid around a mask, counted upwards along those of their axes that run most nearly along x, y and z, so that
 * a viewer need not know how a file is stored. On a grid that stands askew the planes are those of its voxels.
 *
 * @param source the grid
 * @param axis for x, y and z the axis of the grid
 * @param step 1 if the grid counts upwards there, too, else -1
 * @param first the grid's number of the lowest voxel
 * @param size number of voxels
 */
record Lattice(Grid source, int[] axis, int[] step, int[] first, int[] size) {

    /** The box around a mask that holds a voxel or more. */
    static Lattice around(Mask mask, int margin) {
        Grid grid = mask.grid();
        int[] axis = grid.nearestAxes(), step = new int[3], first = new int[3], size = new int[3];
        for (int s = 0; s < 3; s++) {
            int along = axis[s];
            int[] places = IntStream.range(0, mask.size())
                    .map(m -> grid.coordinate(mask.gridIndex(m), along))
                    .toArray();
            int low = Math.max(0, IntStream.of(places).min().orElseThrow() - margin);
            int high = Math.min(grid.size(along) - 1, IntStream.of(places).max().orElseThrow() + margin);
            step[s] = grid.affine(s, along) < 0 ? -1 : 1;
            first[s] = step[s] > 0 ? low : high;
            size[s] = high - low + 1;
        }
        return new Lattice(grid, axis, step, first, size);
    }

    int voxels() {
        return size[0] * size[1] * size[2];
    }

    /** Where its voxels lie; along each axis this many to one of the source. */
    Grid grid(int parts) {
        double[] affine = new double[12];
        double[] origin = source.toMm(fileIndex(0, 0, 0));
        for (int row = 0; row < 3; row++) {
            affine[4 * row + 3] = origin[row];
            for (int s = 0; s < 3; s++) {
                double column = step[s] * source.affine(row, axis[s]);
                affine[4 * row + s] = column / parts;
                affine[4 * row + 3] -= column * (parts - 1) / (2.0 * parts);
            }
        }
        return new Grid(size[0] * parts, size[1] * parts, size[2] * parts, affine);
    }

    /** The index in the order of the file of the voxel at this many steps along x, y and z. */
    int fileIndex(int x, int y, int z) {
        int[] at = {x, y, z}, voxel = new int[3];
        for (int s = 0; s < 3; s++) voxel[axis[s]] = first[s] + step[s] * at[s];
        return source.index(voxel[0], voxel[1], voxel[2]);
    }

    /** For each of its voxels, x fastest and z slowest, the index in the order of the file. */
    int[] fileIndices() {
        int[] indices = new int[voxels()];
        for (int z = 0, v = 0; z < size[2]; z++)
            for (int y = 0; y < size[1]; y++) for (int x = 0; x < size[0]; x++, v++) indices[v] = fileIndex(x, y, z);
        return indices;
    }
}
