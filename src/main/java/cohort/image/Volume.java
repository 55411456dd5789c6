package cohort.image;

import java.util.Arrays;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/**
 * One 3D map: values on a grid. The type of the voxels is the one that holds the source's values exactly: FloatType for
 * 8- and 16-bit integers and float32 without scaling, DoubleType otherwise.
 *
 * @param grid where the voxels lie
 * @param voxels the values, of the grid's size; iteration order is i fastest, k slowest
 */
public record Volume(Grid grid, RandomAccessibleInterval<? extends RealType<?>> voxels) {

    /** @throws IllegalArgumentException if the image is not 3D of the grid's size */
    public Volume {
        if (!Arrays.equals(voxels.dimensionsAsLongArray(), grid.dimensions()))
            throw new IllegalArgumentException(
                    "an image of " + Arrays.toString(voxels.dimensionsAsLongArray()) + " voxels on a grid of " + grid);
    }

    /** A map of one value per voxel, in the order of the file (i fastest); the array is wrapped, not copied. */
    public static Volume of(Grid grid, double[] values) {
        return new Volume(grid, ArrayImgs.doubles(values, grid.dimensions()));
    }

    /** A map of one value per voxel, in the order of the file (i fastest); the array is wrapped, not copied. */
    public static Volume of(Grid grid, float[] values) {
        return new Volume(grid, ArrayImgs.floats(values, grid.dimensions()));
    }

    /** A copy of the values in the order of the file (i fastest, k slowest). */
    public double[] values() {
        double[] values = new double[grid.voxels()];
        copy(0, values.length, values);
        return values;
    }

    /**
     * One slice along the third axis, moved to the position of the first, so that all slices share a grid.
     *
     * @param k its number, from 0
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Volume slice(int k) {
        Objects.checkIndex(k, grid.nz());
        double[] values = new double[grid.nx() * grid.ny()];
        copy(k * values.length, values.length, values);
        return of(new Grid(grid.nx(), grid.ny(), 1, grid.affine()), values);
    }

    /**
     * Copies a run of consecutive values, in the order of the file.
     *
     * @param first the position of the first voxel in that order
     * @param n number of voxels
     * @param to receives the values, from index 0
     */
    public void copy(int first, int n, double[] to) {
        VoxelValues.copy(voxels, first, n, to);
    }
}
