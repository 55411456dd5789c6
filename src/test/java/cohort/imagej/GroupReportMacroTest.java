package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from maps to a report as a macro goes it, and what goes wrong on it. */
@Tag("slow")
class GroupReportMacroTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private TinyStudy study;
    private Path results;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
        results = folder.resolve("the results");
    }

    @Test
    void theShippedMacroWritesTheReport() throws IOException {
        String macro = Files.readString(Path.of("macros/Group_Report.ijm"));
        assertEquals(
                Optional.empty(),
                MacroRun.run(macro, "maps=[" + study.table() + "] cluster_p=0.01 output=[" + results + "]"));
        String html = ReportPage.plain(Files.readString(results.resolve("report.html")));
        assertTrue(html.contains("<h1>Where is the mean of the 6 maps different from zero?</h1>"), html);
        assertTrue(html.contains("all 64 distinct sign flips"), html);
        assertTrue(html.contains("Bonferroni (parametric)"), html);
        assertTrue(html.contains("0.05 or less, two-sided. Tested: "), html);
        assertTrue(html.contains("distance from the others") || html.contains("Carpet of the maps"), html);
        assertTrue(html.contains("run(&quot;Permutation Inference...&quot;"), html);
    }

    @Test
    void aModelWithoutShufflesHasAReportToo() throws IOException {
        run(
                "Second-Level Model...",
                "maps=[" + study.table() + "] model=[1 + age] contrast=age output=[" + results + "]");
        Path file = folder.resolve("model.html");
        run("Group Report...", "results=[" + results + "] title=Age output=[" + file + "]");
        String html = ReportPage.plain(Files.readString(file));
        assertTrue(html.contains("<h1>Age</h1>"), html);
        assertTrue(html.contains("False discovery rate 5 %"), html);
        assertTrue(html.contains("Benjamini and Hochberg, 1995"), html);
        assertFalse(html.contains("Winkler"), html);
    }

    /** Six maps of three people: eight flips, of which two tie, since the test is two-sided. */
    @Test
    void aPairedStudyCountsItsSubjectsOnce() throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\tsubject\tvisit\n");
        for (int s = 0; s < TinyStudy.SUBJECTS; s++)
            table.append("m" + s + "\t" + study.map(s) + "\tp" + s / 2 + "\tses" + (1 + s % 2) + "\n");
        study.editTable(before -> table.toString());
        run(
                "Permutation Inference...",
                "maps=[" + study.table()
                        + "] model=[visit + subject] contrast=visit.ses2 blocks=auto tail=both output=[" + results
                        + "]");
        run("Group Report...", "results=[" + results + "]");
        String html = ReportPage.plain(Files.readString(results.resolve("report.html")));
        for (String words : List.of(
                "<h1>Where does ses2 differ from ses1?</h1>",
                "from 6 maps of 3 subjects.",
                "with visit (2 levels) and subject (3 levels) was fitted",
                "was tested on one contrast of the maps of each of 3 subjects with a two-sided t test (2 degrees of freedom), so that sphericity was not assumed (Rouanet and Lépine, 1970).",
                "Nothing could be significant at a family-wise error rate of 5 %, since there are only 8 distinct"
                        + " sign flips and the smallest possible p is 2 / 8 = 0.250.",
                "<dd>2 / 8 = 0.250, because several sign flips give the same value</dd>",
                "<dd>Errors are symmetric about zero and independent between subjects</dd>",
                "contrasts within subjects are tested, one number for each of 3 subjects",
                "A map counts as an outlier if"))
            assertTrue(html.contains(words), words + " in: " + html.replaceAll("base64,[^\"]*", ""));
        assertFalse(html.contains("6 subjects"), "maps are no subjects");
        assertFalse(html.contains("exchangeability blocks auto"), "the blocks are the subjects");
    }

    /** Maps that changed since cannot be shown as those analysed. */
    @Test
    void changedMapsAreNotShown() throws IOException {
        run("Permutation Inference...", "maps=[" + study.table() + "] output=[" + results + "]");
        study.edit(2, values -> values[0] = 1);
        run("Group Report...", "results=[" + results + "]");
        String html = ReportPage.plain(Files.readString(results.resolve("report.html")));
        assertTrue(html.contains("The maps themselves are not shown"), html);
        assertFalse(html.contains("Carpet of the maps"), html);
    }

    @Test
    void slicesLieOnTheBackground() throws IOException {
        run("Permutation Inference...", "maps=[" + study.table() + "] output=[" + results + "]");
        run("Group Report...", "results=[" + results + "] output=[" + folder.resolve("plain.html") + "]");
        double[] values = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < values.length; v++) values[v] = v;
        Path anatomy = folder.resolve("anatomy.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), values), anatomy, "anatomy");
        run(
                "Group Report...",
                "results=[" + results + "] background=[" + anatomy + "] output=[" + folder.resolve("anatomy.html")
                        + "]");
        assertTrue(
                ReportPage.plain(Files.readString(folder.resolve("plain.html"))).contains("over the voxels analysed"));
        assertFalse(ReportPage.plain(Files.readString(folder.resolve("anatomy.html")))
                .contains("over the voxels analysed"));
    }

    @Test
    void mistakesAreToldInOneSentence() throws IOException {
        String line = "line 1: ";
        assertEquals(
                line + "results: " + folder + " holds neither run.json nor model.json, expected the output"
                        + " folder of Permutation Inference or Second-Level Model.",
                refusal("results=[" + folder + "]"));
        assertEquals(
                line + "output: found report.pdf, expected the name of an .html file.",
                refusal("results=[" + folder + "] output=report.pdf"));
        assertEquals(
                line + "results: found nothing, expected the output folder of Permutation Inference or"
                        + " Second-Level Model.",
                refusal("results=[]"));
        assertTrue(refusal("results=[" + folder + "] background=none.nii").contains("none.nii"));
        assertFalse(Files.exists(folder.resolve("report.html")), "something was written");
    }

    private String refusal(String options) {
        return MacroRun.run("run(\"Group Report...\", \"" + options + "\");", "")
                .orElseThrow();
    }

    private static void run(String command, String options) {
        assertEquals(Optional.empty(), MacroRun.run("run(\"" + command + "\", \"" + options + "\");", ""));
    }
}
