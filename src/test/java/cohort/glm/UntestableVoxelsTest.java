package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class UntestableVoxelsTest {
    private static final DMatrixRMaj TWO_GROUPS =
            new DMatrixRMaj(new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 1}});

    /** Noise; one value in all; one value per group; noise upon 1e9; one value per group with a rounding error; noise of 1e-20. */
    private static final double[] MAPS = {
        1.5, 7, 0.1, 1e9 + 1, 0.1 + 0.2, 3e-20, //
        2.5, 7, 0.1, 1e9 + 3, 0.3, 1e-20, //
        0.5, 7, 0.1, 1e9 + 2, 0.3, 2e-20, //
        3.5, 7, 0.7, 1e9 + 9, 0.9, 8e-20, //
        1.0, 7, 0.7, 1e9 + 5, 0.9, 5e-20, //
        2.0, 7, 0.7, 1e9 + 4, 0.9, 9e-20
    };

    private static final Img<DoubleType> DATA = ArrayImgs.doubles(MAPS, 6, 6);

    @Test
    void constantVoxelsAndPerfectFitsAreLeftOut() {
        UntestableVoxels found =
                GeneralLinearModel.untestable(DATA, List.of(new UntestableVoxels.Model(TWO_GROUPS, Optional.empty())));
        assertArrayEquals(new boolean[] {true, false, false, true, false, true}, found.inside());
        assertEquals(1, found.constant());
        assertEquals(2, found.explained());
        assertEquals(
                "1 voxel has the same value in all maps and 2 voxels have values that the model fits without residuals; nothing can be tested there, and they were left out.",
                found.sentence());
        Mask line =
                Mask.of(Grid.ofVoxelSize(7, 1, 1, 1, 1, 1), new boolean[] {true, true, true, false, true, true, true});
        assertArrayEquals(
                new boolean[] {true, false, false, false, true, false, true},
                found.without(line).inside());
        Img<DoubleType> left = found.without(DATA);
        assertArrayEquals(new long[] {3, 6}, left.dimensionsAsLongArray());
        assertEquals(1e9 + 3, left.getAt(1, 1).get());
    }

    @Test
    void theModelSaysNothingOfThem() {
        LeastSquares fit = GeneralLinearModel.fit(DATA, TWO_GROUPS);
        ContrastMaps maps = GeneralLinearModel.contrast(fit, new DMatrixRMaj(new double[][] {{0, 1}}));
        for (int v : new int[] {1, 2, 4}) assertTrue(Double.isNaN(maps.statistic()[v]) && Double.isNaN(maps.p()[v]));
        assertEquals(0, maps.logP()[2]);
        // scipy.stats.ttest_ind([3.5, 1, 2], [1.5, 2.5, 0.5]) and of [9, 5, 4] and [1, 3, 2]
        assertEquals(0.7184212081, maps.statistic()[0], 1e-9);
        assertEquals(2.4494897428, maps.statistic()[3], 1e-6);
    }
}
