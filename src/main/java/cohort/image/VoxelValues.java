package cohort.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.DoubleAccess;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.RealType;

/** The values of an image of any kind as numbers, in its flat order: the first axis fastest. */
public final class VoxelValues {
    private VoxelValues() {}

    /** All of them (a copy). */
    public static double[] of(RandomAccessibleInterval<? extends RealType<?>> image) {
        double[] values = new double[Math.toIntExact(image.size())];
        copy(image, 0, values.length, values);
        return values;
    }

    /**
     * Copies a run of consecutive values.
     *
     * @param first the position of the first voxel in the order
     * @param n number of voxels
     * @param to receives the values, from index 0
     */
    static void copy(RandomAccessibleInterval<? extends RealType<?>> image, int first, int n, double[] to) {
        if (image instanceof ArrayImg<?, ?> array && array.update(null) instanceof FloatArray floats) {
            float[] from = floats.getCurrentStorageArray();
            for (int v = 0; v < n; v++) to[v] = from[first + v];
        } else if (image instanceof ArrayImg<?, ?> array && array.update(null) instanceof DoubleArray doubles) {
            System.arraycopy(doubles.getCurrentStorageArray(), first, to, 0, n);
        } else if (image instanceof ArrayImg<?, ?> array && array.update(null) instanceof DoubleAccess doubles) {
            for (int v = 0; v < n; v++) to[v] = doubles.getValue(first + v);
        } else {
            Cursor<? extends RealType<?>> cursor = image.view().flatIterable().cursor();
            cursor.jumpFwd(first);
            for (int v = 0; v < n; v++) to[v] = cursor.next().getRealDouble();
        }
    }
}
