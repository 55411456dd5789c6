package cohort.ops;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.VoxelValues;
import cohort.mask.Mask;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** ImgLib2's images as the steps take them. */
final class Images {
    private static final double[] VOXELS = {1, 1, 1};

    private Images() {}

    /** The grid of a 3D image, or of the maps of a 4D one, of which only the number of voxels matters. */
    static Grid grid(Interval image) {
        return grid(image, VOXELS);
    }

    /**
     * The grid of a 3D image, or of the maps of a 4D one.
     *
     * @param spacing distance of voxels along each of the three axes in mm
     * @throws InputException if the spacing is not three numbers above 0, or the image has other dimensions
     */
    static Grid grid(Interval image, double[] spacing) {
        if (spacing.length != 3 || !Arrays.stream(spacing).allMatch(mm -> mm > 0))
            throw new InputException("spacing: found " + Arrays.toString(spacing)
                    + ", expected three numbers of mm above 0, such as [3.0, 3.0, 3.5].");
        return grid("spacing", image, spacing[0], 0, 0, 0, 0, spacing[1], 0, 0, 0, 0, spacing[2], 0);
    }

    /**
     * The grid of an image in space.
     *
     * @param key what the affine is called in a message
     * @param affine the rows of the matrix that takes voxels to mm, 12 numbers, or 16 with the last row
     * @throws InputException if it has no inverse, or the image has other dimensions
     */
    static Grid grid(String key, Interval image, double... affine) {
        int n = image.numDimensions();
        if (n != 3 && n != 4)
            throw new InputException("image: found " + n + " dimensions, expected x, y and z, or these and one"
                    + " for the maps; give a flat image a third dimension of one voxel.");
        double[] rows = affine.length == 16 ? Arrays.copyOf(affine, 12) : affine;
        try {
            return new Grid(
                    Math.toIntExact(image.dimension(0)),
                    Math.toIntExact(image.dimension(1)),
                    Math.toIntExact(image.dimension(2)),
                    rows);
        } catch (IllegalArgumentException e) {
            throw new InputException(key + ": " + e.getMessage() + ".");
        }
    }

    /** A map with its grid. */
    static <T extends RealType<T>> Volume volume(RandomAccessibleInterval<T> image, Grid grid) {
        if (image.numDimensions() != 3)
            throw new InputException(
                    "image: found " + image.numDimensions() + " dimensions, expected one map: x, y and z.");
        return Volume.of(grid, VoxelValues.of(image));
    }

    /** The maps along the last axis of a 4D image, by names {@code map 1}, {@code map 2} and so on. */
    static <T extends RealType<T>> Maps maps(RandomAccessibleInterval<T> maps, Grid grid) {
        if (maps.numDimensions() != 4)
            throw new InputException("maps: found " + maps.numDimensions()
                    + " dimensions, expected 4: x, y, z and one with a map for each subject.");
        int subjects = Math.toIntExact(maps.dimension(3));
        List<Volume> volumes = IntStream.range(0, subjects)
                .mapToObj(s -> volume(Views.hyperSlice(maps, 3, maps.min(3) + s), grid))
                .toList();
        return new Maps(
                IntStream.rangeClosed(1, subjects).mapToObj(s -> "map " + s).toList(), volumes);
    }

    /**
     * The voxels that are true.
     *
     * @param mask an image of the grid's size, or {@code null} for all voxels
     * @throws InputException if it is of another size
     */
    static <B extends BooleanType<B>> Mask mask(RandomAccessibleInterval<B> mask, Grid grid) {
        if (mask == null) return Mask.everywhere(grid);
        if (!Arrays.equals(mask.dimensionsAsLongArray(), grid.dimensions()))
            throw new InputException("mask: found " + Arrays.toString(mask.dimensionsAsLongArray())
                    + " voxels, expected those of the maps, " + Arrays.toString(grid.dimensions())
                    + "; resample the mask first.");
        boolean[] inside = new boolean[grid.voxels()];
        Cursor<B> cursor = mask.view().flatIterable().cursor();
        for (int v = 0; v < inside.length; v++) inside[v] = cursor.next().get();
        return Mask.of(grid, inside);
    }
}
