package cohort.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit together is refused in a sentence. */
class OpsRefuseTest {
    private static final Img<DoubleType> MAP = ArrayImgs.doubles(2, 3, 4), MAPS = maps();
    private static final RandomAccessibleInterval<BitType> NO_MASK = null;
    private static final Img<DoubleType> ONES = design(1, 1, 1), ONE = design(1);

    private static Img<DoubleType> maps() {
        double[] values = new double[2 * 3 * 4 * 3];
        for (int v = 0; v < values.length; v++) values[v] = v * v % 17 + 1;
        return ArrayImgs.doubles(values, 2, 3, 4, 3);
    }

    /** One regressor. */
    private static Img<DoubleType> design(double... values) {
        return ArrayImgs.doubles(values, 1, values.length);
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(InputException.class, call).getMessage());
    }

    @Test
    void dimensions() {
        refused(
                "maps: found 3 dimensions, expected 4: x, y, z and one with a map for each subject.",
                () -> MaskOps.fromMaps(MAP, null, null));
        refused(
                "image: found 4 dimensions, expected one map: x, y and z.",
                () -> ClusterOps.tfce(MAPS, NO_MASK, null, null, null));
        refused(
                "image: found 2 dimensions, expected x, y and z, or these and one for the maps; give a flat"
                        + " image a third dimension of one voxel.",
                () -> ClusterOps.tfce(ArrayImgs.doubles(2, 3), NO_MASK, null, null, null));
        refused(
                "mask: found [2, 3, 5] voxels, expected those of the maps, [2, 3, 4]; resample the mask first.",
                () -> ClusterOps.label(MAP, 1.0, ArrayImgs.bits(2, 3, 5), null));
    }

    @Test
    void millimetres() {
        refused(
                "spacing: found [3.0, 0.0, 3.0], expected three numbers of mm above 0, such as [3.0, 3.0, 3.5].",
                () -> SmoothingOps.gaussian(MAP, new double[] {3, 0, 3}, 6.0));
        refused(
                "fwhm: found -1.0, expected a width in mm from 0 (no smoothing) to 12.0, the longest side of the maps.",
                () -> SmoothingOps.gaussian(MAP, new double[] {3, 3, 3}, -1.0));
        refused(
                "target: found an affine of 3 numbers, expected 12.",
                () -> ResamplingOps.resample(
                        MAP,
                        new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1},
                        new long[] {2, 2, 2},
                        new double[] {1, 1, 1},
                        null,
                        null));
        refused(
                "spacing: found an affine that maps voxels to no volume, expected finite numbers and an inverse:"
                        + " [Infinity 0 0 0; 0 1 0 0; 0 0 1 0].",
                () -> SmoothingOps.gaussian(MAP, new double[] {Double.POSITIVE_INFINITY, 1, 1}, 1.0));
    }

    @Test
    void models() {
        refused(
                "design: found 2 rows, expected one for each of the 3 subjects.",
                () -> ModelOps.fit(MAPS, design(1, 1), NO_MASK));
        refused(
                "design: found 4 dimensions, expected 2: an axis of regressors, then one of rows.",
                () -> ModelOps.fit(MAPS, MAPS, NO_MASK));
        refused(
                "design: found a number that is not finite, expected finite numbers.",
                () -> ModelOps.fit(MAPS, design(1, Double.NaN, 1), NO_MASK));
        refused(
                "design: found 2 regressors of which 1 are independent, expected independent ones, since only"
                        + " then are their coefficients determined; drop a regressor, or use cohort.glm.contrast.",
                () -> ModelOps.fit(MAPS, ArrayImgs.doubles(new double[] {1, 2, 1, 2, 1, 2}, 2, 3), NO_MASK));
        refused(
                "contrast: found 2 weights, expected one for each of the 1 regressors.",
                () -> ModelOps.contrast(MAPS, ONES, ArrayImgs.doubles(new double[] {1, 0}, 2), NO_MASK));
        refused(
                "contrast: found 2 weights, expected one for each of the 1 regressors.",
                () -> PermutationOps.test(
                        MAPS,
                        ONES,
                        ArrayImgs.doubles(new double[] {1, 0}, 2),
                        5,
                        NO_MASK,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        refused(
                "permutations: found 0, expected a number of at least 1.",
                () -> PermutationOps.test(MAPS, ONES, ONE, 0, NO_MASK, null, null, null, null, null, null));
        refused(
                "blocks: found 2 rows, expected 3, one for each map.",
                () -> PermutationOps.test(MAPS, ONES, ONE, 5, NO_MASK, null, null, null, null, null, new int[] {1, 2}));
        refused(
                "maps: 24 voxels have the same value in all maps and none is left, expected maps that differ between"
                        + " subjects; look at them in a carpet plot.",
                () -> ModelOps.fit(ArrayImgs.doubles(ones(), 2, 3, 4, 3), ONES, NO_MASK));
    }

    private static double[] ones() {
        double[] ones = new double[72];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void thresholds() {
        refused(
                "extent: found -3, expected a number of voxels such as 20, or 0.",
                () -> ThresholdOps.map(MAP, "2", null, NO_MASK, null, null, -3, null));
    }
}
