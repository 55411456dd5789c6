package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analysis without some subjects, and by files as FSL has them, from the macro line to record and report. */
class LeaveOutMacroTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private TinyStudy study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
    }

    private Path run(String output, String options) {
        Path results = folder.resolve(output);
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"Permutation Inference...\", \"permutations=20 cluster_p=0.05 output=[" + results + "] "
                                + options + "\");\nrun(\"Group Report...\", \"results=[" + results + "]\");",
                        ""));
        return results;
    }

    private static double[] map(Path results, String name) {
        return Volumes.read(results.resolve(name)).values();
    }

    /** The same as if the subjects had never been there, whatever became of their maps. */
    @Test
    void theResultsAreThoseOfTheOthers() throws IOException {
        Files.writeString(study.map(0), "no image");
        Files.delete(study.map(3));
        Path less = Files.writeString(
                study.folder().resolve("less.tsv"),
                Files.readString(study.table()).replaceAll("(?m)^sub-[14]\t.*\n", ""));
        study.editTable(table -> table.replaceFirst("(sub-4\t.*\t).*", "$1n/a"));
        Path with = run("with", "maps=[" + study.table() + "] leave_out=[sub-1; age is n/a]");
        Path without = run("without", "maps=[" + less + "]");
        String t = "contrast-intercept_stat-t_statmap.nii.gz";
        assertArrayEquals(map(without, t), map(with, t));
        String record = Files.readString(with.resolve("run.json")).replaceAll("\\s+", " ");
        assertTrue(record.contains("\"rule\": \"age is n/a\", \"ids\": [ \"sub-4\" ]"), record);
        String html = ReportPage.plain(Files.readString(with.resolve("report.html")));
        assertTrue(
                html.contains(
                        "Of the subjects given by participants.tsv, 4 were analysed and 2 were left out on request: sub-1;"
                                + " sub-4 (age is n/a)."),
                html);
        assertTrue(ReportPage.plain(Files.readString(without.resolve("report.html")))
                .contains(" was analysed ("));
    }

    /** The two-group model by files in FSL's format and by formula. */
    @Test
    void filesGiveWhatTheFormulaGives() throws IOException {
        study.editTable(table -> table.replaceAll("(?m)^(.*\t.*)$", "$1\tg")
                .replace("age\tg", "age\tmy group")
                .replaceAll("(sub-[456]\t.*)\tg", "$1\th"));
        Path mat = study.folder().resolve("d.mat"), con = study.folder().resolve("d.con");
        Path grp = study.folder().resolve("d.grp");
        Files.writeString(mat, "/NumWaves 2\n/NumPoints 6\n/Matrix\n1 0\n1 0\n1 0\n1 1\n1 1\n1 1\n");
        Files.writeString(con, "/ContrastName1 h - g\n/NumWaves 2\n/NumContrasts 1\n/Matrix\n0 1\n");
        Files.writeString(grp, "/NumWaves 1\n/NumPoints 6\n/Matrix\n1\n1\n1\n2\n2\n2\n");
        String maps = "maps=[" + study.table() + "] ";
        Path formula = run("formula", maps + "model=[`my group`] contrast=[`my group`.h] variance_groups=[my group]");
        Path files = run("files", maps + "design=[" + mat + "] contrast=[" + con + "] variance_groups=[" + grp + "]");
        for (String statistic : List.of("v", "zv", "logpMaxZv"))
            assertArrayEquals(
                    map(formula, "contrast-myGroupH_stat-" + statistic + "_statmap.nii.gz"),
                    map(files, "contrast-hMinusG_stat-" + statistic + "_statmap.nii.gz"));
        String record = Files.readString(files.resolve("run.json"));
        for (Path file : List.of(mat, con, grp))
            assertTrue(record.contains("\"file\": \"" + file + "\""), file + " is not recorded");
        assertTrue(
                ReportPage.plain(Files.readString(files.resolve("report.html"))).contains("Where is the effect of 2"));
    }
}
