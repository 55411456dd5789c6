package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.folder.Disk;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders of results, side by side. */
@Tag("slow")
class ComparisonReportTest {
    @TempDir
    Path folder;

    private TinyResults run(String name, String model, String contrast) {
        return TinyResults.in(folder.resolve(name).resolve("results"), model, contrast, Tail.BOTH, false, Map.of());
    }

    private TinyResults run(String name, Map<String, String> more) {
        return TinyResults.in(folder.resolve(name).resolve("results"), "1", "intercept", Tail.BOTH, false, more);
    }

    private static ReportPage page(TinyResults a, TinyResults b) {
        return ReportPage.parse(ComparisonReport.html(a.folder(), b.folder(), ReportOptions.DEFAULT));
    }

    @Test
    void twoModelsDifferInWhatTheyShould() {
        TinyResults a = run("mean", "1", "intercept"), b = run("groups", "group", "intercept");
        ReportPage page = page(a, b);
        assertEquals("mean/results and groups/results", page.text("//h1").replace('\\', '/'));
        assertEquals(List.of("1", "group"), page.texts("//section[@id='settings']//tr[th='model']/td"));
        assertEquals(
                Words.fixed(ReferenceTable.read("comparison.tsv").numbers("r")[0], 4),
                page.text("//tr[th=\"Pearson's r\"]/td"));
        assertEquals(2, page.all("//section[@id='peaks']//table").size());
        assertTrue(page.text("//section[@id='settings']/p").startsWith("12 subjects are in both runs."));

        // At the first peak of a: its own t, and that of b at the same voxel.
        double[] t = a.result().contrasts().get(0).statistics().get(0).map();
        int peak = 0;
        for (int v = 1; v < t.length; v++) if (Math.abs(t[v]) > Math.abs(t[peak])) peak = v;
        double other = b.result().contrasts().get(0).statistics().get(0).map()[peak];
        String row = "(//section[@id='peaks']//table)[1]//tr[td[4]='" + Words.fixed(t[peak], 2) + "']";
        assertEquals(Words.fixed(other, 2), page.text(row + "/td[6]"));
    }

    @Test
    void aRunIsTheSameAsItself() {
        TinyResults a = run("one", "1", "intercept"), b = run("two", "1", "intercept");
        ReportPage page = page(a, b);
        assertEquals("1.0000", page.text("//tr[th=\"Pearson's r\"]/td"));
        assertEquals("0.000", page.text("//tr[th='Largest difference']/td"));
        assertEquals(
                List.of(),
                page.texts("//section[@id='overlap']//tr/td[4]").stream()
                        .filter(dice -> !dice.equals("1.000") && !dice.equals("none significant"))
                        .toList());
        assertTrue(page.text("//section[@id='settings']").contains("All settings and versions are the same."));
        assertEquals(
                List.of(),
                page.texts("//section[@id='peaks']//tr/td[8]").stream()
                        .filter(distance -> !distance.equals("0.0"))
                        .toList());
    }

    /** A run of an older version knows some of these keys not at all. */
    @Test
    void settingsThatNoNumberDependsOnAreNoDifference() {
        TinyResults a = run("one", Map.of()),
                b = run("two", Map.of("background", "auto", "memory", "disk", "scratch", "/tmp", "threads", "3"));
        assertTrue(page(a, b).text("//section[@id='settings']").contains("All settings and versions are the same."));
    }

    @Test
    void contrastsOfOneNameAreCompared() {
        TinyResults a = run("a", "group + age", "group.b | age"), b = run("b", "age", "age");
        ReportPage page = page(a, b);
        assertEquals(
                List.of("Question and answer", "Significant voxels", "Peaks", "Maps", "What differs"),
                page.texts("//h2"));
    }

    @Test
    void whatCannotBeComparedIsRefusedInOneSentence() {
        TinyResults a = run("a", "1", "intercept"), ages = run("b", "group + age", "group.b | age");
        Path small = folder.resolve("small");
        SmallRun.of(0).write(small, Disk.SYSTEM);
        assertEquals(
                "compare: " + small + " is on a different grid from " + a.folder()
                        + ", found 12 x 12 x 12 voxels instead of 14 x 16 x 13, voxels of 2 x 2 x 2 mm instead of 3 x 2.5 x 4 mm,"
                        + " axes that run RAS instead of LAS; run one of them again with its maps on the other's grid.",
                message(a.folder(), small));
        assertEquals(
                "compare: found the contrasts group.b, age in b" + java.io.File.separator + "results and intercept in a"
                        + java.io.File.separator
                        + "results, expected one of the same name; run one of them again with the other's contrast.",
                message(a.folder(), ages.folder()));
        assertTrue(message(a.folder(), folder.resolve("nowhere")).contains("nowhere"));
    }

    private static String message(Path a, Path b) {
        return assertThrows(InputException.class, () -> ComparisonReport.html(a, b, ReportOptions.DEFAULT))
                .getMessage();
    }
}
