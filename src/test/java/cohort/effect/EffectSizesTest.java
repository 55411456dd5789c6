package cohort.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.mask.Mask;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class EffectSizesTest {
    private static final IntToDoubleFunction ONE = s -> 1;
    private static final IntToDoubleFunction AGE = s -> TinyCohort.age()[s];
    private static final IntToDoubleFunction B = s -> TinyCohort.group()[s].equals("b") ? 1 : 0;
    private static final IntToDoubleFunction A = s -> 1 - B.applyAsDouble(s);

    /** Every seventh voxel of the mask. */
    private static Img<DoubleType> data(int subjects) {
        Mask mask = Mask.of(TinyCohort.grid(), TinyCohort.mask());
        double[][] maps = TinyCohort.maps();
        double[] data = IntStream.range(0, subjects)
                .boxed()
                .flatMapToDouble(s -> IntStream.iterate(0, m -> m < mask.size(), m -> m + 7)
                        .mapToDouble(m -> maps[s][mask.gridIndex(m)]))
                .toArray();
        return ArrayImgs.doubles(data, data.length / subjects, subjects);
    }

    private static DMatrixRMaj design(int subjects, IntToDoubleFunction... columns) {
        DMatrixRMaj design = new DMatrixRMaj(subjects, columns.length);
        for (int s = 0; s < subjects; s++)
            for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        return design;
    }

    private static Map<String, double[]> sizes(DMatrixRMaj design, double[]... contrast) {
        DMatrixRMaj rows = new DMatrixRMaj(contrast);
        EffectSizes sizes = EffectSizes.of(design, rows, true, Optional.of(1.0));
        LeastSquares fit = GeneralLinearModel.fit(data(design.numRows), design);
        Map<String, double[]> maps = sizes.maps(fit, GeneralLinearModel.contrast(fit, rows));
        assertEquals(sizes.names(), List.copyOf(maps.keySet()));
        assertTrue(EffectSizes.NAMES.stream().filter(maps::containsKey).toList().equals(List.copyOf(maps.keySet())));
        return maps;
    }

    private static void assertMaps(String reference, Map<String, double[]> maps, String... names) {
        assertEquals(List.of(names), List.copyOf(maps.keySet()));
        ReferenceTable table = ReferenceTable.read(reference);
        maps.forEach((name, map) -> assertClose(name, table.numbers(name), map));
    }

    private static void assertClose(String name, double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length, name);
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], actual[v], 1e-8 * Math.max(1, Math.abs(expected[v])), name + " in voxel " + v);
    }

    @Test
    void ofAMeanAreThoseOfTheTextbook() {
        assertMaps(
                "effects-one-sample.tsv",
                sizes(design(12, ONE), new double[] {1}),
                "d",
                "dLower",
                "dUpper",
                "g",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "sd");
    }

    @Test
    void ofTwoGroupsAreThoseOfTheTextbookHoweverTheyAreCoded() {
        String[] names = {
            "d",
            "dLower",
            "dUpper",
            "g",
            "partialR2",
            "partialR2Lower",
            "partialR2Upper",
            "R2",
            "R2Lower",
            "R2Upper",
            "sd"
        };
        String table = "effects-group.tsv";
        assertMaps(table, sizes(design(11, ONE, B), new double[] {0, 1}), names);
        assertMaps(table, sizes(design(11, A, B), new double[] {-1, 1}), names);
        assertMaps(table, sizes(design(11, A, B), new double[] {-3, 3}), names);
        assertMaps(table, sizes(design(11, ONE, s -> 2 * B.applyAsDouble(s) - 1), new double[] {0, 1}), names);
        assertMaps(table, sizes(design(11, s -> 2 + B.applyAsDouble(s), ONE), new double[] {0.2, 0}), names);
    }

    @Test
    void dIsThatOfPalm() {
        ReferenceTable palm = ReferenceTable.read("effects-palm.tsv");
        double[][] both = {{-1, 1}, {0, 1}};
        assertClose(
                "mean",
                palm.numbers("mean"),
                sizes(design(12, ONE), new double[] {1}).get("d"));
        assertClose(
                "cells", palm.numbers("cells"), sizes(design(11, A, B), both[0]).get("d"));
        assertClose(
                "dummy",
                palm.numbers("dummy"),
                sizes(design(11, ONE, B), both[1]).get("d"));
    }

    @Test
    void ofACovariateAreThoseOfWhatTheNuisanceLeaves() {
        String[] names = {
            "r", "rLower", "rUpper", "partialR2", "partialR2Lower", "partialR2Upper", "R2", "R2Lower", "R2Upper", "sd"
        };
        assertMaps("effects-age.tsv", sizes(design(12, ONE, AGE, B), new double[] {0, 1, 0}), names);
        assertMaps(
                "effects-age.tsv",
                sizes(design(12, A, s -> 1e5 + 1000 * AGE.applyAsDouble(s), B), new double[] {0, 1, 0}),
                names);
    }

    @Test
    void ofSeveralRowsAreSharesOfVariance() {
        assertMaps(
                "effects-group-age-f.tsv",
                sizes(design(12, ONE, B, AGE), new double[] {0, 1, 0}, new double[] {0, 0, 1}),
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "R2",
                "R2Lower",
                "R2Upper",
                "sd");
    }

    /** With a covariate d is the adjusted difference over the residual standard deviation. */
    @Test
    void dOfAnAdjustedDifferenceIsTheEffectOverTheResidualDeviation() {
        DMatrixRMaj design = design(12, ONE, AGE, B);
        DMatrixRMaj contrast = new DMatrixRMaj(new double[][] {{0, 0, 1}});
        Map<String, double[]> maps = sizes(design, new double[] {0, 0, 1});
        LeastSquares fit = GeneralLinearModel.fit(data(12), design);
        double[] effect = GeneralLinearModel.contrast(fit, contrast).effect();
        for (int v = 0; v < effect.length; v++)
            assertEquals(effect[v] / maps.get("sd")[v], maps.get("d")[v], 1e-10 * Math.max(1, Math.abs(effect[v])));
    }

    @Test
    void comparesTheMeansOfSeveralGroupsAsMeans() {
        IntToDoubleFunction first = s -> s % 3 == 0 ? 1 : 0,
                second = s -> s % 3 == 1 ? 1 : 0,
                third = s -> s % 3 == 2 ? 1 : 0;
        double[] half = sizes(design(12, first, second, third), new double[] {0.5, 0.5, -1})
                .get("d");
        assertClose(
                "d",
                half,
                sizes(design(12, first, second, third), new double[] {1, 1, -2}).get("d"));
        assertClose(
                "d",
                half,
                sizes(design(12, ONE, first, second), new double[] {0, 0.5, 0.5})
                        .get("d"));
    }

    @Test
    void knowsNoDWhereAContrastIsNoMean() {
        // a dose of three steps, and two groups that are added without their interaction
        IntToDoubleFunction dose = s -> s % 3, half = s -> s / 6;
        assertTrue(sizes(design(12, ONE, dose), new double[] {0, 1}).containsKey("r"));
        assertTrue(sizes(design(12, ONE, B, half), new double[] {0, 1, 1}).containsKey("r"));
        assertTrue(sizes(design(12, ONE, B, half), new double[] {0, 1, 0}).containsKey("d"));
        DMatrixRMaj contrast = new DMatrixRMaj(new double[][] {{0, 1}});
        List<String> dependent = EffectSizes.of(design(12, ONE, B), contrast, false, Optional.empty())
                .names();
        assertEquals("r", dependent.get(0));
        assertTrue(!dependent.contains("sd"));
    }

    /** With one degree of freedom d has no mean, so that nothing could take its bias away. */
    @Test
    void hasNoGOfTwoSubjects() {
        assertEquals(
                List.of("d", "dLower", "dUpper", "partialR2", "partialR2Lower", "partialR2Upper", "sd"),
                List.copyOf(sizes(design(2, ONE), new double[] {1}).keySet()));
        // 1 − 3 / (4 ν − 1) is Hedges' own approximation
        assertEquals(1 - 3 / (4 * 60.0 - 1), HedgesCorrection.of(60), 1e-5);
        assertEquals(1 / Math.sqrt(Math.PI), HedgesCorrection.of(2), 1e-14);
    }

    @Test
    void ofGroupsWithVariancesOfTheirOwnAreNotPooled() {
        int[] groups =
                IntStream.range(0, 11).map(s -> (int) B.applyAsDouble(s) + 1).toArray();
        for (DMatrixRMaj design : List.of(design(11, A, B), design(11, s -> B.applyAsDouble(s) - 0.5, ONE))) {
            double[] weights =
                    design.get(0, 1) == 1 && design.get(1, 1) == 1 ? new double[] {2, 0} : new double[] {-1, 1};
            WelchDifference difference = WelchDifference.of(design, new DMatrixRMaj(new double[][] {weights}), groups)
                    .orElseThrow();
            Map<String, double[]> maps = difference.maps(data(11));
            assertEquals(List.of("dUnpooled", "dUnpooledLower", "dUnpooledUpper", "gUnpooled"), difference.names());
            assertEquals(new HashSet<>(difference.names()), maps.keySet());
            ReferenceTable table = ReferenceTable.read("effects-group-not-pooled.tsv");
            maps.forEach((name, map) -> assertClose(name, table.numbers(name.replace("Unpooled", "")), map));
        }
        DMatrixRMaj both = new DMatrixRMaj(new double[][] {{1, 1}}),
                more = new DMatrixRMaj(new double[][] {{-1, 1, 0}});
        assertTrue(WelchDifference.of(design(11, A, B), both, groups).isEmpty());
        assertTrue(WelchDifference.of(design(11, A, B, AGE), more, groups).isEmpty());
    }
}
