package cohort.ops;

import cohort.InputException;
import cohort.image.VoxelValues;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * Design matrices and contrasts as images, because SciJava Ops' engine 1.0.0 fails at arrays of arrays when arguments are left
 * out.
 */
final class MatrixImage {
    private MatrixImage() {}

    /**
     * The matrix that an image holds.
     *
     * @param key what it is, for a message
     * @param image 2D: axis 0 the regressors, axis 1 the rows; 1D for a single row
     * @throws InputException if it has other dimensions or a number is not finite
     */
    static <T extends RealType<T>> DMatrixRMaj matrix(String key, RandomAccessibleInterval<T> image) {
        int n = image.numDimensions();
        if (n != 1 && n != 2)
            throw new InputException(
                    key + ": found " + n + " dimensions, expected 2: an axis of regressors, then one of rows.");
        double[] values = VoxelValues.of(image);
        if (!Arrays.stream(values).allMatch(Double::isFinite))
            throw new InputException(key + ": found a number that is not finite, expected finite numbers.");
        int rows = n == 1 ? 1 : Math.toIntExact(image.dimension(1));
        return new DMatrixRMaj(rows, Math.toIntExact(image.dimension(0)), true, values);
    }
}
