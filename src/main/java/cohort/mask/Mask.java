package cohort.mask;

import cohort.image.Grid;
import cohort.image.SparseValues;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * The voxels of a grid that are analysed. They are numbered 0 to {@link #size()} - 1 in the order of the file (i
 * fastest, k slowest); arrays "in mask order" hold one value for each.
 */
public final class Mask implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Grid grid;
    private final int[] indices;
    private transient volatile SparseValues.Places places;

    private Mask(Grid grid, int[] indices) {
        this.grid = grid;
        this.indices = indices;
    }

    /** The mask of the voxels that are true; the array is in the order of the file. */
    public static Mask of(Grid grid, boolean[] inside) {
        if (inside.length != grid.voxels())
            throw new IllegalArgumentException(inside.length + " flags for a grid of " + grid);
        int[] indices = new int[inside.length];
        int n = 0;
        for (int v = 0; v < inside.length; v++) if (inside[v]) indices[n++] = v;
        return new Mask(grid, Arrays.copyOf(indices, n));
    }

    /** The mask of the voxels that are neither 0 nor NaN. */
    public static Mask of(Grid grid, RandomAccessibleInterval<? extends RealType<?>> image) {
        double[] values = VoxelValues.of(image);
        boolean[] inside = new boolean[grid.voxels()];
        for (int v = 0; v < inside.length; v++) inside[v] = values[v] != 0 && !Double.isNaN(values[v]);
        return of(grid, inside);
    }

    /** The mask of all voxels of a grid. */
    public static Mask everywhere(Grid grid) {
        return new Mask(grid, IntStream.range(0, grid.voxels()).toArray());
    }

    public Grid grid() {
        return grid;
    }

    /** Number of voxels in the mask. */
    public int size() {
        return indices.length;
    }

    /** Volume of the mask in mm³. */
    public double volumeMm3() {
        return size() * grid.voxelVolume();
    }

    /** Index on the grid ({@link Grid#index}) of a voxel of the mask. */
    public int gridIndex(int voxel) {
        return indices[voxel];
    }

    /** For each voxel of the grid in the order of the file, whether it is in the mask (a copy). */
    public boolean[] inside() {
        boolean[] inside = new boolean[grid.voxels()];
        for (int v : indices) inside[v] = true;
        return inside;
    }

    /** 1 in the mask, 0 outside. */
    public Volume toVolume() {
        float[] values = new float[grid.voxels()];
        for (int v : indices) values[v] = 1;
        return Volume.of(grid, values);
    }

    /** Values in mask order as a volume, 0 outside. This is a view: do not write to the values afterwards. */
    public Volume toVolume(double[] values) {
        requireSize(values);
        return new Volume(grid, ArrayImgs.doubles(new SparseValues(places(), values), grid.dimensions()));
    }

    private SparseValues.Places places() {
        if (places == null) places = new SparseValues.Places(indices, grid.voxels());
        return places;
    }

    private void requireSize(double[] values) {
        if (values.length != size())
            throw new IllegalArgumentException(values.length + " values for a mask of " + size() + " voxels");
    }

    /** Puts values in mask order back on the grid, 0 outside (a copy). */
    public Img<DoubleType> image(double[] values) {
        requireSize(values);
        double[] all = new double[grid.voxels()];
        for (int m = 0; m < values.length; m++) all[indices[m]] = values[m];
        return ArrayImgs.doubles(all, grid.dimensions());
    }

    /** The values of an image on this mask's grid in mask order: what {@link #toVolume(double[])} puts back. */
    public double[] values(Volume image) {
        if (image.grid().voxels() != grid.voxels())
            throw new IllegalArgumentException("an image of " + image.grid() + " for a mask of " + grid);
        double[] all = image.values();
        return Arrays.stream(indices).mapToDouble(v -> all[v]).toArray();
    }
}
