package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.mask.Mask;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class GeneralLinearModelTest {
    private static final IntToDoubleFunction ONE = s -> 1;
    private static final IntToDoubleFunction AGE = s -> TinyCohort.age()[s];
    private static final IntToDoubleFunction B = s -> TinyCohort.group()[s].equals("b") ? 1 : 0;
    private static final IntToDoubleFunction A = s -> 1 - B.applyAsDouble(s);

    private static Img<DoubleType> data() {
        Mask mask = Mask.of(TinyCohort.grid(), TinyCohort.mask());
        double[][] maps = TinyCohort.maps();
        double[] data = new double[TinyCohort.SUBJECTS * mask.size()];
        for (int s = 0; s < TinyCohort.SUBJECTS; s++)
            for (int m = 0; m < mask.size(); m++) data[s * mask.size() + m] = maps[s][mask.gridIndex(m)];
        return ArrayImgs.doubles(data, mask.size(), TinyCohort.SUBJECTS);
    }

    private static DMatrixRMaj design(IntToDoubleFunction... columns) {
        DMatrixRMaj design = new DMatrixRMaj(TinyCohort.SUBJECTS, columns.length);
        for (int s = 0; s < design.numRows; s++)
            for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        return design;
    }

    private static void assertMaps(String reference, DMatrixRMaj design, double... contrast) {
        LeastSquares fit = GeneralLinearModel.fit(data(), design);
        ContrastMaps maps = GeneralLinearModel.contrast(fit, new DMatrixRMaj(new double[][] {contrast}));
        ReferenceTable table = ReferenceTable.read(reference);
        assertClose(table.numbers("effect"), maps.effect());
        assertClose(table.numbers("variance"), maps.variance());
        assertClose(table.numbers("t"), maps.statistic());
        assertClose(table.numbers("p"), maps.p());
        assertClose(table.numbers("z"), maps.z());
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], actual[v], 1e-10 * Math.max(1, Math.abs(expected[v])), "voxel " + v);
    }

    @Test
    void agreesWithNilearnForOneSample() {
        assertMaps("glm-one-sample.tsv", design(ONE), 1);
    }

    @Test
    void agreesWithNilearnForACovariate() {
        assertMaps("glm-age.tsv", design(ONE, AGE), 0, 1);
        assertMaps("glm-intercept-given-age.tsv", design(ONE, s -> AGE.applyAsDouble(s) - 42), 1, 0);
    }

    @Test
    void agreesWithNilearnForTwoGroupsAndACovariate() {
        assertMaps("glm-group-age.tsv", design(ONE, B, AGE), 0, 1, 0);
    }

    /** nilearn divides by n - columns, though n - rank are the degrees of freedom that it goes on with. */
    @Test
    void dividesByTheResidualDegreesOfFreedomOfADeficientDesign() {
        ReferenceTable table = ReferenceTable.read("glm-deficient.tsv");
        int n = TinyCohort.SUBJECTS;
        double[] t = Arrays.stream(table.numbers("t"))
                .map(x -> x * Math.sqrt((n - 2.0) / (n - 3)))
                .toArray();
        DMatrixRMaj contrast = new DMatrixRMaj(new double[][] {{0, -1, 1}});
        ContrastMaps maps = GeneralLinearModel.contrast(GeneralLinearModel.fit(data(), design(ONE, A, B)), contrast);
        assertClose(table.numbers("effect"), maps.effect());
        assertClose(t, maps.statistic());
    }

    @Test
    void agreesWithNilearnForAnFContrast() {
        LeastSquares fit = GeneralLinearModel.fit(data(), design(ONE, B, AGE));
        ContrastMaps maps = GeneralLinearModel.contrast(fit, new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}}));
        ReferenceTable table = ReferenceTable.read("glm-group-age-f.tsv");
        double[] one = table.numbers("effect1"), two = table.numbers("effect2"), norm = new double[one.length];
        Arrays.setAll(norm, v -> Math.hypot(one[v], two[v]));
        assertClose(norm, maps.effect());
        assertClose(table.numbers("variance"), maps.variance());
        assertClose(table.numbers("F"), maps.statistic());
        assertClose(table.numbers("p"), maps.p());
        assertClose(table.numbers("z"), maps.z());
    }

    @Test
    void correctsForTheNumberOfVoxels() {
        ContrastMaps maps = new ContrastMaps(
                new double[3], new double[3], new double[3], new double[] {0.001, 0.5, Double.NaN}, new double[3]);
        assertEquals(-Math.log10(0.003), maps.logPBonferroni()[0], 1e-15);
        assertEquals(0, maps.logPBonferroni()[1]);
        assertEquals(0, maps.logPBonferroni()[2]);
        assertEquals(3, maps.logP()[0], 1e-15);
    }

    @Test
    void refusesMatricesThatDoNotFit() {
        assertThrows(InputException.class, () -> GeneralLinearModel.fit(data(), new DMatrixRMaj(11, 1)));
        assertThrows(InputException.class, () -> GeneralLinearModel.fit(data(), new DMatrixRMaj(12, 12)));
        LeastSquares fit = GeneralLinearModel.fit(data(), design(ONE));
        assertThrows(InputException.class, () -> GeneralLinearModel.contrast(fit, new DMatrixRMaj(1, 2)));
    }
}
