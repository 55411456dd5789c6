package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;

/** The model and the permutation test compute the same t and F, whatever the units of regressors and data. */
class BothCommandsTest {
    private static final int VOXELS = 27, SUBJECTS = 18;
    private static final Mask MASK = mask();

    private static Mask mask() {
        Grid grid = Grid.ofVoxelSize(3, 3, 3, 1, 1, 1);
        boolean[] inside = new boolean[VOXELS];
        Arrays.fill(inside, true);
        return Mask.of(grid, inside);
    }

    private static double[] noise(Random random, int n) {
        return random.doubles(n).map(x -> 2 * x - 1).toArray();
    }

    private static Img<DoubleType> data(double[] values, double factor, double offset) {
        return ArrayImgs.doubles(
                Arrays.stream(values).map(x -> factor * x + offset).toArray(), VOXELS, SUBJECTS);
    }

    private static double[] permuted(Img<DoubleType> data, DMatrixRMaj design, DMatrixRMaj contrast) {
        return PermutationInference.test(
                        data,
                        MASK,
                        design,
                        List.of(Hypothesis.of(contrast)),
                        PermutationOptions.of(1, 0, Tail.POSITIVE),
                        Progress.NONE)
                .contrasts()
                .get(0)
                .statistics()
                .get(0)
                .map();
    }

    private static ContrastMaps fitted(Img<DoubleType> data, DMatrixRMaj design, DMatrixRMaj contrast) {
        return GeneralLinearModel.contrast(GeneralLinearModel.fit(data, design), contrast);
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance) {
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], actual[v], tolerance * Math.max(1, Math.abs(expected[v])), "voxel " + v);
    }

    /** Intercept, group, three covariates; in a deficient design the other group, too, and the sum of two covariates. */
    private static DMatrixRMaj design(Random random, boolean deficient) {
        DMatrixRMaj design = new DMatrixRMaj(SUBJECTS, deficient ? 7 : 5);
        for (int s = 0; s < SUBJECTS; s++) {
            double[] x = noise(random, 3);
            double group = s % 3 == 0 ? 1 : 0;
            double[] row = {1, group, x[0], x[1], x[2], 1 - group, x[0] + x[1]};
            for (int c = 0; c < design.numCols; c++) design.set(s, c, row[c]);
        }
        return design;
    }

    private static DMatrixRMaj contrast(int columns, int... regressors) {
        DMatrixRMaj contrast = new DMatrixRMaj(regressors.length, columns);
        for (int r = 0; r < regressors.length; r++) contrast.set(r, regressors[r], 1);
        return contrast;
    }

    private static DMatrixRMaj rescaled(DMatrixRMaj design, int column, double factor, double offset) {
        DMatrixRMaj scaled = design.copy();
        for (int s = 0; s < SUBJECTS; s++) scaled.set(s, column, factor * (design.get(s, column) + offset));
        return scaled;
    }

    @Property(tries = 60)
    void agreeOnAnyDesign(@ForAll long seed, @ForAll boolean deficient, @ForAll boolean several) {
        Random random = new Random(seed);
        Img<DoubleType> data = data(noise(random, VOXELS * SUBJECTS), 1, 0.3);
        DMatrixRMaj design = design(random, deficient);
        DMatrixRMaj contrast = several ? contrast(design.numCols, 4) : contrast(design.numCols, 4);
        if (!deficient) contrast = several ? contrast(5, 1, 3) : contrast(5, 1);
        ContrastMaps maps = fitted(data, design, contrast);
        assertClose(maps.statistic(), permuted(data, design, contrast), 1e-9);
        LeastSquares fit = GeneralLinearModel.fit(data, design);
        assertEquals(SUBJECTS - 5, fit.degreesOfFreedom());
    }

    /** The deficient design tests what the full one does. */
    @Property(tries = 30)
    void dependentRegressorsChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Img<DoubleType> data = data(noise(random, VOXELS * SUBJECTS), 1, 0);
        DMatrixRMaj all = design(random, true);
        DMatrixRMaj some = new DMatrixRMaj(SUBJECTS, 5);
        for (int s = 0; s < SUBJECTS; s++) for (int c = 0; c < 5; c++) some.set(s, c, all.get(s, c));
        DMatrixRMaj difference = contrast(7, 1);
        difference.set(0, 5, -1);
        double[] expected = fitted(data, some, contrast(5, 1)).statistic();
        assertClose(expected, fitted(data, all, difference).statistic(), 1e-9);
        assertClose(expected, permuted(data, all, difference), 1e-9);
    }

    @Property(tries = 100)
    void doNotDependOnTheUnitsOfACovariate(
            @ForAll long seed,
            @ForAll @IntRange(min = -12, max = 12) int exponent,
            @ForAll boolean offset,
            @ForAll boolean tested,
            @ForAll boolean cellMeans) {
        Random random = new Random(seed);
        Img<DoubleType> data = data(noise(random, VOXELS * SUBJECTS), 1, 0);
        DMatrixRMaj design = design(random, false);
        if (cellMeans) for (int s = 0; s < SUBJECTS; s++) design.set(s, 0, 1 - design.get(s, 1));
        DMatrixRMaj contrast = contrast(5, tested ? 2 : 3);
        DMatrixRMaj scaled = rescaled(design, 2, Math.pow(10, exponent), offset ? 1e9 : 0);
        double[] expected = fitted(data, design, contrast).statistic();
        assertClose(expected, fitted(data, scaled, contrast).statistic(), 1e-6);
        assertClose(expected, permuted(data, scaled, contrast), 1e-6);
    }

    @Property(tries = 60)
    void doNotDependOnTheUnitsOfTheData(
            @ForAll long seed, @ForAll @IntRange(min = -30, max = 30) int exponent, @ForAll boolean several) {
        Random random = new Random(seed);
        double[] values = noise(random, VOXELS * SUBJECTS);
        double factor = Math.pow(10, exponent);
        DMatrixRMaj design = design(random, false), contrast = several ? contrast(5, 2, 3) : contrast(5, 2);
        double[] expected = fitted(data(values, 1, 0), design, contrast).statistic();
        assertClose(expected, fitted(data(values, factor, 0), design, contrast).statistic(), 1e-9);
        assertClose(expected, permuted(data(values, factor, 0), design, contrast), 1e-9);
    }

    /** A mean of 1e9 with noise of 1 has a t of some 1e10, which no sum of squares of unit vectors holds. */
    @Property(tries = 20)
    void surviveDataFarFromZero(@ForAll long seed) {
        Random random = new Random(seed);
        double[] values = noise(random, VOXELS * SUBJECTS);
        DMatrixRMaj design = design(random, false);
        double[] expected = fitted(data(values, 1, 0), design, contrast(5, 2)).statistic();
        assertClose(expected, permuted(data(values, 1, 1e9), design, contrast(5, 2)), 1e-6);
        DMatrixRMaj one = new DMatrixRMaj(SUBJECTS, 1);
        one.fill(1);
        double[] t = fitted(data(values, 1, 1e9), one, contrast(1, 0)).statistic();
        for (int v = 0; v < VOXELS; v++) assertEquals(1, meanOverError(values, v, 1e9) / t[v], 1e-6);
        assertClose(t, permuted(data(values, 1, 1e9), one, contrast(1, 0)), 1e-6);
    }

    private static double meanOverError(double[] values, int voxel, double offset) {
        double sum = 0, squares = 0;
        for (int s = 0; s < SUBJECTS; s++) sum += values[s * VOXELS + voxel];
        double mean = sum / SUBJECTS;
        for (int s = 0; s < SUBJECTS; s++) squares += Math.pow(values[s * VOXELS + voxel] - mean, 2);
        return (offset + mean) / Math.sqrt(squares / (SUBJECTS - 1) / SUBJECTS);
    }

    @Property(tries = 30)
    void aContrastThatTheDesignDoesNotDetermineIsNone(
            @ForAll long seed, @ForAll @IntRange(min = -12, max = 12) int exponent) {
        DMatrixRMaj design = rescaled(design(new Random(seed), true), 6, Math.pow(10, exponent), 0);
        IndependentRegressors regressors = IndependentRegressors.of(design);
        assertEquals(5, regressors.rank());
        for (int c : new int[] {0, 1, 2, 3, 5, 6})
            assertEquals(0, regressors.inBasis(contrast(7, c).data).length, "regressor " + c);
        assertTrue(Estimate.of(regressors, new double[][] {contrast(7, 4).data}).isPresent());
        double[] both = {1, 1, 0, 0, 0, 0, 0};
        assertTrue(regressors.inBasis(both).length > 0);
    }
}
