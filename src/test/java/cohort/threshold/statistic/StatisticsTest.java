package cohort.threshold.statistic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.Thresholds;
import cohort.threshold.ZMap;
import cohort.threshold.rule.AppliedThreshold;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    @Test
    void levelsOfTAndFAreThoseOfSciPy() {
        ReferenceTable table = ReferenceTable.read("thresholds-kinds.tsv");
        for (int r = 0; r < table.rows(); r++) {
            Statistic statistic = Statistics.parse(table.text("statistic")[r]);
            boolean isT = statistic.isSigned();
            ThresholdedMap left = Thresholds.apply(
                    map(isT ? "glm-one-sample.tsv" : "glm-group-age-f.tsv", isT ? "t" : "F")
                            .voxels(),
                    ZMap.mask(),
                    statistic,
                    table.text("control")[r],
                    options(table.numbers("alpha")[r], table.integers("sides")[r] == 2 ? Tail.BOTH : Tail.POSITIVE));
            double expected = table.numbers("threshold")[r];
            assertEquals(expected, left.level(), 1e-9 * Math.min(expected, 100), "row " + r);
            assertEquals(table.integers("voxels")[r], count(left), "row " + r);
        }
    }

    @Test
    void proportionsOfATMapAreThoseOfTheReference() {
        ReferenceTable table = ReferenceTable.read("ari-t.tsv");
        double[] proportions = Thresholds.apply(
                        map("glm-one-sample.tsv", "t").voxels(),
                        ZMap.mask(),
                        Statistics.t(11),
                        "ari:1.5,2",
                        options(0.05, Tail.POSITIVE))
                .map()
                .values();
        int[] voxels = table.integers("voxel");
        double[] expected = table.numbers("proportion");
        for (int v = 0; v < voxels.length; v++) assertEquals(expected[v], proportions[voxels[v]], 1e-15);
    }

    /** z and p of one-sided t say the same, so every rule leaves the same voxels of all four maps. */
    @ParameterizedTest
    @ValueSource(strings = {"fpr", "fdr", "bonferroni"})
    void oneStatisticLeavesTheSameVoxelsInAllItsForms(String control) {
        double[] p = map("glm-one-sample.tsv", "p").values();
        double[] logP = Arrays.stream(p)
                .map(value -> value == 0 ? 0 : -Math.log10(value))
                .toArray();
        for (double alpha : new double[] {0.1, 0.05, 0.002}) {
            boolean[] z = left(ZMap.volume(), Statistics.z(), control, alpha);
            assertArrayEquals(z, left(map("glm-one-sample.tsv", "t"), Statistics.t(11), control, alpha));
            assertArrayEquals(z, left(Volume.of(TinyCohort.grid(), p), Statistics.parse("p"), control, alpha));
            assertArrayEquals(z, left(Volume.of(TinyCohort.grid(), logP), Statistics.parse("logp"), control, alpha));
        }
    }

    private static boolean[] left(Volume map, Statistic statistic, String control, double alpha) {
        double[] values = Thresholds.apply(map.voxels(), ZMap.mask(), statistic, control, options(alpha, Tail.POSITIVE))
                .map()
                .values();
        boolean[] left = new boolean[values.length];
        for (int v = 0; v < left.length; v++) left[v] = values[v] != 0;
        return left;
    }

    /** scipy.stats: chi2.isf(0.01, 3), and r of t.isf(0.01, 8) = 2.8964594477096224. */
    @Test
    void otherDistributionsOfNiftiAreKnownToo() {
        assertEquals(11.344866730144373, Statistics.parse("chi2(3)").evidence(0.01), 1e-9);
        Statistic r = Statistics.parse("r(8)");
        assertEquals(0.7154592459862854, r.evidence(0.01), 1e-12);
        assertEquals(0.01, r.p(r.evidence(0.01)), 1e-12);
        assertEquals(0, r.p(1));
    }

    @Test
    void aMapOfPHasNoSidesAndKeepsItsValues() {
        Grid grid = Grid.ofVoxelSize(6, 1, 1, 1, 1, 1);
        double[] p = {0.0004, 0.2, 0.012, 0, 1, 0.0011};
        boolean[] all = new boolean[6];
        Arrays.fill(all, true);
        ThresholdedMap left = Thresholds.apply(
                Volume.of(grid, p).voxels(),
                Mask.of(grid, all),
                Statistics.parse("p"),
                "fpr",
                options(0.001, Tail.BOTH));
        // A p that float32 cannot hold is 0 in a file and more significant than all others.
        assertArrayEquals(
                new double[] {0.0004, 0, 0, Float.MIN_VALUE, 0, 0}, left.map().values(), 1e-15);
        assertTrue(left.map().values()[3] > 0);
        assertEquals(0.001, left.level(), 1e-15);
        assertMessage(
                "statistic: found the value 1.5 in a map of p, expected 0 to 1; give another statistic.",
                () -> Thresholds.apply(
                        Volume.of(grid, new double[] {1.5, 0, 0, 0, 0, 0}).voxels(),
                        Mask.of(grid, all),
                        Statistics.parse("p"),
                        "fpr",
                        options(0.001, Tail.BOTH)));
    }

    @Test
    void bothSignsOfLogPCountAndAlphaIsNotHalved() {
        Grid grid = Grid.ofVoxelSize(4, 1, 1, 1, 1, 1);
        double[] logP = {3.1, -3.1, 2.9, -2.9};
        ThresholdedMap left = Thresholds.apply(
                Volume.of(grid, logP).voxels(),
                Mask.of(grid, new boolean[] {true, true, true, true}),
                Statistics.parse("logp"),
                "fpr",
                options(0.001, Tail.BOTH));
        assertArrayEquals(new double[] {3.1, -3.1, 0, 0}, left.map().values(), 1e-15);
    }

    /** What is written is read back as the same, whatever the name. */
    @ParameterizedTest
    @ValueSource(strings = {"z", "t(15)", "t(9.5)", "F(2,15)", "chi2(3)", "r(20)", "p", "logp"})
    void aHeaderTellsWhatAMapIs(String spelling) {
        Statistic statistic = Statistics.parse(spelling);
        HeaderNotes notes = statistic.header("words", statistic.intentName());
        assertEquals(Optional.of(spelling), Statistics.ofHeader(notes).map(Statistic::spelling));
    }

    /** Codes of nifti1.h; SPM's words are those of spm_contrasts. */
    @Test
    void headersOfOtherProgramsAreRead() {
        assertEquals("t(12)", header(3, 12, 0));
        assertEquals("F(3,40)", header(4, 3, 40));
        assertEquals("z", header(5, 0, 0));
        assertEquals("p", header(22, 0, 0));
        assertEquals("logp", header(24, 0, 0));
        assertEquals("none", header(3, 0, 0), "t without degrees of freedom");
        assertEquals("none", header(0, 0, 0));
        assertEquals("none", header(1002, 0, 0), "a label");
        assertTrue(
                Statistics.ofHeader(HeaderNotes.NONE.withIntent(23, 0, 0, ""))
                        .orElseThrow()
                        .withoutP()
                        .isPresent(),
                "-ln p is not taken for -log10 p");
        assertEquals("t(15)", described("SPM{T_[15.0]} - contrast 1: left > right"));
        assertEquals("F(2,15)", described("SPM{F_[2.0,15.0]} - contrast 2: any"));
    }

    private static String header(int code, double p1, double p2) {
        return spelling(HeaderNotes.NONE.withIntent(code, p1, p2, ""));
    }

    private static String described(String description) {
        return spelling(HeaderNotes.of(description));
    }

    private static String spelling(HeaderNotes notes) {
        return Statistics.ofHeader(notes).map(Statistic::spelling).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "contrast-age_stat-z_statmap.nii.gz, z",
        "contrast-z_stat-effect_statmap, effect",
        "contrast-age_stat-logpMaxT_statmap, logp",
        "contrast-age_stat-p_statmap, p",
        "contrast-age_stat-t_statmap, none",
        "age t, none",
        "zstat1.nii.gz, z",
        "thresh_zstat12, z",
        "zfstat1, z",
        "tstat1, none",
        "spmT_0001.nii, none",
        "z map, z",
        "group_z-score.nii, z",
        "my_tfce_corrp_tstat1, none",
        "intercept logpMaxMassAllContrasts, logp",
        "mask, none"
    })
    void namesTellWhatTheyCan(String title, String expected) {
        assertEquals(
                expected,
                Statistics.named(Statistics.name(title))
                        .map(Statistic::spelling)
                        .orElse("none"));
    }

    @Test
    void whatHasNoPIsRefusedWithTheReason() {
        for (String name :
                List.of("effect", "variance", "size", "mass", "tfce", "v", "G", "zv", "zG", "logpMaxT", "logpFdr")) {
            Statistic statistic = Statistics.named(name).orElseThrow();
            for (String control : List.of("fpr", "fdr", "bonferroni", "ari"))
                assertThrows(InputException.class, () -> thresholded(statistic, control), name + " " + control);
            assertEquals(count(thresholded(Statistics.UNKNOWN, "2")), count(thresholded(statistic, "2")), name);
        }
        assertMessage(
                "control: found fdr for a map of unknown kind, but neither its header nor its name nor a record beside it says what its values are; give statistic=z,"
                        + " t(15), F(2,15), p or logp, or a number as the threshold.",
                () -> thresholded(Statistics.UNKNOWN, "fdr"));
        assertMessage(
                "control: found fpr for a map of tfce, but its p comes from permutations only; threshold the map of logpMax"
                        + " of the same statistic at a level such as 1.301, which is p = 0.05.",
                () -> thresholded(Statistics.named("tfce").orElseThrow(), "fpr"));
        assertMessage(
                "tail: found negative for a map of F(2,9), expected positive or auto, since only large values"
                        + " are evidence against the null hypothesis.",
                () -> Thresholds.apply(
                        ZMap.volume().voxels(), ZMap.mask(), Statistics.f(2, 9), "fpr", options(0.05, Tail.NEGATIVE)));
    }

    private static ThresholdedMap thresholded(Statistic statistic, String control) {
        return Thresholds.apply(ZMap.volume().voxels(), ZMap.mask(), statistic, control, options(0.05, Tail.POSITIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "t()", "t(0)", "t(-3)", "t(2,15)", "F(2)", "z(3)", "q", "t(1.2.3)", ""})
    void statisticsThatMakeNoSenseAreRefused(String text) {
        assertMessage(
                "statistic: found " + text + ", expected auto, z, t(15), F(2,15), chi2(2), r(15), p or logp, with the"
                        + " degrees of freedom of the map in brackets.",
                () -> Statistics.parse(text));
    }

    @Test
    void descriptionsKeepWhatWasDone() {
        AppliedThreshold cut = new AppliedThreshold("ari:2.5,3.5", 0.05, 2.5, Tail.NEGATIVE);
        assertEquals(Optional.of(cut), AppliedThreshold.parse(cut.description()));
        assertTrue(new AppliedThreshold("bonferroni", 0.05, 3.5951235, Tail.POSITIVE)
                        .description()
                        .length()
                < 80);
        assertEquals(Optional.empty(), AppliedThreshold.parse("tail=both forming=3.7 t of contrast age"));
        assertEquals(Optional.empty(), AppliedThreshold.parse("control=fdr alpha=x threshold=3 tail=both"));
        assertEquals(
                4.25,
                TestedBy.parse("tail=both forming=4.25 t of age")
                        .orElseThrow()
                        .forming()
                        .getAsDouble());
        assertEquals(Optional.empty(), TestedBy.parse("tail=sideways"));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable mistake) {
        assertEquals(message, assertThrows(InputException.class, mistake).getMessage());
    }

    private static ThresholdOptions options(double alpha, Tail tail) {
        return new ThresholdOptions(alpha, tail, ClusterExtent.NONE, 6);
    }

    private static Volume map(String table, String column) {
        ReferenceTable read = ReferenceTable.read(table);
        double[] values = new double[TinyCohort.grid().voxels()];
        int[] voxels = read.integers("voxel");
        double[] numbers = read.numbers(column);
        for (int v = 0; v < voxels.length; v++) values[voxels[v]] = numbers[v];
        return Volume.of(TinyCohort.grid(), values);
    }

    private static int count(ThresholdedMap left) {
        return (int)
                Arrays.stream(left.map().values()).filter(value -> value != 0).count();
    }
}
