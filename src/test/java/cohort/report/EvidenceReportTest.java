package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.permute.CorrectedMap;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of unequal variances, fitted curves, early stopping and joint correction: all of it, and no more. */
@Tag("slow")
class EvidenceReportTest {
    @TempDir
    private Path folder;

    private ReportPage page(TinyResults results) {
        return ReportPage.parse(GroupReport.html(results.folder(), ReportOptions.DEFAULT));
    }

    private TinyResults results(String model, String contrasts, Map<String, String> more) {
        return TinyResults.in(folder, model, contrasts, Tail.BOTH, false, more);
    }

    private static void assertSays(String text, String... words) {
        for (String word : words) assertTrue(text.contains(word), word + " in: " + text);
    }

    @Test
    void unequalVariancesAreNamedAndCited() {
        String methods = page(results("0 + group", "group.b - group.a", Map.of("variance_groups", "group")))
                .text("//blockquote");
        assertSays(
                methods,
                "tested by v, the t of Aspin and Welch, with a variance for each group of group, turned into z (called zv) by"
                        + " the degrees of freedom of each voxel, two-sided (Aspin and Welch, 1949; Winkler et al., 2014)",
                "(|zv| > 2.58)");
    }

    @Test
    void aCurveIsToldOfOnlyWhereOneFits() {
        TinyResults results = results("1", "", Map.of("approximation", "tail", "permutations", "499"));
        ReportPage page = page(results);
        List<CorrectedMap> tests = results.result().contrasts().get(0).statistics();
        String caption = page.text("(//section[@id='results']//caption)[1]");
        for (CorrectedMap test : tests)
            assertEquals(
                    test.inference().startsWith("generalised Pareto"),
                    caption.contains(test.info().headingWithUnit() + ", generalised"),
                    test.inference());
        assertTrue(tests.get(0).inference().startsWith("generalised"), "the maxima of t have a tail that fits");
        assertSays(page.text("//blockquote"), "generalised Pareto distribution", "where it fits (maximum t");
    }

    @Test
    void whereAllShufflesAreMadeNothingIsFittedAndNothingSaid() {
        ReportPage page = page(results("1", "", Map.of("approximation", "tail", "permutations", "5000")));
        assertFalse(page.text("//blockquote").contains("Pareto"), page.text("//blockquote"));
        assertSays(page.text("//blockquote"), "all 4,096 distinct sign flips");
        assertSays(page.text("//section[@id='permutations']"), "Smallest possible p2 / 4,096 = 0.00049");
    }

    @Test
    void earlyStoppingIsToldWithItsPs() {
        TinyResults results = results("1 + age", "age", Map.of("stop_after", "3", "permutations", "900"));
        int made = results.result().shuffles();
        ReportPage page = page(results);
        assertTrue(made < 900, "nothing is found, so that three are enough");
        assertSays(
                page.text("//blockquote"),
                made + " random permutations (seed 7) of the 900 intended",
                "has p = 3 / l (Besag and Clifford, 1991)");
        assertSays(page.text("//section[@id='permutations']"), made + " drawn at random of 900 intended");
    }

    @Test
    void theLeastPOverAllContrastsStandsBesideThatOfEach() {
        TinyResults results = results("group + age", "group.b | age", Map.of());
        ReportPage page = page(results);
        for (int c = 0; c < 2; c++) {
            CorrectedMap test = results.result().contrasts().get(c).statistics().get(0);
            double p = least(test.jointLogP().orElseThrow());
            assertTrue(p >= least(test.logP()));
            assertEquals(
                    Words.p(p), page.text("(//section[@id='results-" + (c + 1) + "']//table)[1]//tbody[1]/tr/td[5]"));
            assertSays(page.text("//section[@id='brief']"), ", over all contrasts p = " + Words.p(p) + ")");
        }
    }

    private static double least(double[] logP) {
        return Math.pow(10, -Arrays.stream(logP).max().orElseThrow());
    }

    @Test
    void theEndOfACurveIsABound() {
        assertEquals("≤ 2.2e−16", Words.p(0x1p-52));
        assertEquals("p ≤ 2.2e−16", Words.pIs((float) 0x1p-52));
        assertEquals("p = 3.0e−16", Words.pIs(3e-16));
    }

    @Test
    void smallBrainsHaveVolumesAndPositions() {
        assertEquals(
                List.of("0.257", "46,899", "0"),
                Stream.of(0.257472, 46899.3, 0.0).map(Words::size).toList());
        assertEquals(
                List.of("0", "−0.63", "24.06"),
                Stream.of(0.0, -0.63, 24.06).map(Words::mm).toList());
    }
}
