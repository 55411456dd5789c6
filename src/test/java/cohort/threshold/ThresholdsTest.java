package cohort.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void levelsAndVoxelsAreThoseOfTheReference() {
        ReferenceTable table = ReferenceTable.read("thresholds.tsv");
        for (int r = 0; r < table.rows(); r++) {
            String control = table.text("control")[r];
            Tail tail = table.integers("sides")[r] == 2 ? Tail.BOTH : Tail.POSITIVE;
            ClusterExtent extent = ClusterExtent.parse(table.text("extent")[r]);
            ThresholdedMap left = apply(control, new ThresholdOptions(table.numbers("alpha")[r], tail, extent, 6));
            assertEquals(table.numbers("threshold")[r], left.level(), 1e-12, "row " + r);
            assertEquals(table.integers("voxels")[r], count(left), "row " + r);
        }
    }

    @Test
    void valuesThatAreLeftAreNotChanged() {
        double[] z = ZMap.volume().values();
        double[] left = apply("2", options(Tail.BOTH, "0")).map().values();
        for (int v = 0; v < z.length; v++) assertEquals(Math.abs(z[v]) >= 2 ? z[v] : 0, left[v]);
    }

    @Test
    void theNegativeSideMirrorsThePositiveOne() {
        for (String control : new String[] {"fpr", "fdr", "bonferroni", "2", "ari:1.5"}) {
            double[] negated =
                    Arrays.stream(ZMap.volume().values()).map(z -> -z).toArray();
            double[] positive =
                    apply(control, options(Tail.POSITIVE, "0")).map().values();
            double[] negative = Thresholds.apply(
                            Volume.of(ZMap.mask().grid(), negated).voxels(),
                            ZMap.mask(),
                            Statistics.z(),
                            control,
                            options(Tail.NEGATIVE, "0"))
                    .map()
                    .values();
            boolean isMap = !control.startsWith("ari");
            assertArrayEquals(
                    Arrays.stream(positive).map(z -> isMap ? 0 - z : z).toArray(), negative, control);
        }
    }

    @Test
    void aNegativeLevelIsTheNegativeSide() {
        assertArrayEquals(
                apply("2", options(Tail.NEGATIVE, "0")).map().values(),
                apply("-2", options(Tail.POSITIVE, "0")).map().values());
        assertThrows(InputException.class, () -> apply("-2", options(Tail.BOTH, "0")));
    }

    @Test
    void extentInMm3IsThatInVoxels() {
        double voxel = ZMap.mask().grid().voxelVolume(); // 30 mm3
        assertEquals(30, voxel, 1e-9);
        assertArrayEquals(
                apply("2", options(Tail.BOTH, "15")).map().values(),
                apply("2", options(Tail.BOTH, "450mm3")).map().values());
        assertArrayEquals(
                apply("2", options(Tail.BOTH, "16")).map().values(),
                apply("2", options(Tail.BOTH, "450.1 mm3")).map().values());
    }

    @Test
    void connectivityDecidesWhatIsOneCluster() {
        Grid grid = Grid.ofVoxelSize(3, 3, 3, 1, 1, 1);
        double[] values = new double[27];
        values[grid.index(0, 0, 0)] = values[grid.index(1, 1, 0)] = values[grid.index(2, 2, 1)] = 5;
        int[] left = new int[3];
        for (int c = 0; c < 3; c++)
            left[c] = count(Thresholds.apply(
                    Volume.of(grid, values).voxels(),
                    all(grid),
                    Statistics.UNKNOWN,
                    "3",
                    new ThresholdOptions(0.05, Tail.BOTH, ClusterExtent.parse("3"), new int[] {6, 18, 26}[c])));
        assertArrayEquals(new int[] {0, 0, 3}, left);
    }

    @Test
    void voxelsThatAreNotFiniteAreNoTests() {
        Grid grid = Grid.ofVoxelSize(10, 10, 1, 1, 1, 1);
        double[] z = new double[100];
        Arrays.fill(z, 0, 50, Double.NaN);
        z[50] = Double.POSITIVE_INFINITY;
        Arrays.fill(z, 51, 100, 0.1);
        ThresholdedMap left = Thresholds.apply(
                Volume.of(grid, z).voxels(), all(grid), Statistics.z(), "bonferroni", options(Tail.POSITIVE, "0"));
        assertEquals(3.0842272651156737, left.level(), 1e-12); // scipy.stats.norm.isf(0.05 / 49)
        assertTrue(Arrays.stream(left.map().values()).allMatch(value -> value == 0));
        assertEquals(
                "the threshold 0.05 (positive side) leaves 49 of 49 voxels (51 more hold no finite number) in 1 cluster.",
                Thresholds.apply(
                                Volume.of(grid, z).voxels(),
                                all(grid),
                                Statistics.UNKNOWN,
                                "0.05",
                                options(Tail.POSITIVE, "0"))
                        .summary());
    }

    @Test
    void aLevelAboveTheMaximumLeavesNothingAndSaysSo() {
        ThresholdedMap left = apply("12", options(Tail.BOTH, "0"));
        assertEquals(0, count(left));
        assertEquals(
                "the threshold 12 (two-sided) leaves no cluster; the largest magnitude is 4.0992.", left.summary());
        assertEquals(
                "no threshold (positive side) keeps the error rate: the map leaves no cluster of 5 voxels or more;"
                        + " the largest value is 4.0992.",
                apply("fdr", new ThresholdOptions(0.01, Tail.POSITIVE, ClusterExtent.parse("5"), 6))
                        .summary());
    }

    @Test
    void mistakesAreToldInWords() {
        assertMessage(
                "control: found fwe, expected fpr, fdr, bonferroni, ari (for clusters above 3, or e.g. ari:2.5,3.5),"
                        + " a number such as 3.1.",
                () -> apply("fwe", options(Tail.BOTH, "0")));
        assertMessage(
                "alpha: found 0.0, expected a number above 0 and at most 0.5, such as 0.05.",
                () -> new ThresholdOptions(0, Tail.BOTH, ClusterExtent.NONE, 6));
        assertMessage(
                "extent: found -3, expected a number of voxels such as 20, or of cubic millimetres such as 300mm3.",
                () -> ClusterExtent.parse("-3"));
        double[] nothing = new double[ZMap.mask().grid().voxels()];
        Arrays.fill(nothing, Double.NaN);
        assertMessage(
                "image: none of the 732 voxels of the mask has a finite value, expected the map of a statistic;"
                        + " give another image.",
                () -> Thresholds.apply(
                        Volume.of(ZMap.mask().grid(), nothing).voxels(),
                        ZMap.mask(),
                        Statistics.z(),
                        "fpr",
                        options(Tail.BOTH, "0")));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable mistake) {
        assertEquals(message, assertThrows(InputException.class, mistake).getMessage());
    }

    private static ThresholdedMap apply(String control, ThresholdOptions options) {
        return Thresholds.apply(ZMap.volume().voxels(), ZMap.mask(), Statistics.z(), control, options);
    }

    private static ThresholdOptions options(Tail tail, String extent) {
        return new ThresholdOptions(0.05, tail, ClusterExtent.parse(extent), 6);
    }

    private static Mask all(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        Arrays.fill(inside, true);
        return Mask.of(grid, inside);
    }

    private static int count(ThresholdedMap left) {
        return (int)
                Arrays.stream(left.map().values()).filter(value -> value != 0).count();
    }

    @Test
    void adjustsAsBenjaminiAndHochbergDo() {
        // scipy.stats.false_discovery_control
        assertArrayEquals(
                new double[] {0.008, 0.26666666666666666, 0.06, 0.06, 0.9, 0.016, 0.5714285714285714, 0.0816},
                Thresholds.adjusted(new double[] {0.001, 0.2, 0.03, 0.03, 0.9, 0.004, 0.5, 0.051}),
                1e-15);
    }
}
