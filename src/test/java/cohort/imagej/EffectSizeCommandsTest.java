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
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effect sizes as the tables and the report of a run show them. */
class EffectSizeCommandsTest {
    static {
        Headless.start();
    }

    private static final String CAUTION = "Peaks are selected for being high";

    @TempDir
    Path folder;

    private Path study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder).table();
    }

    private void run(String command, String options) {
        assertEquals(Optional.empty(), MacroRun.run("run(\"" + command + "...\", \"" + options + "\");", ""));
    }

    private Table table(String statistic) {
        Path file = folder.resolve(statistic + ".tsv");
        run("Cluster Table", "image=[" + map(statistic) + "] threshold=2 output=[" + file + "]");
        return Table.read(file);
    }

    private Path map(String statistic) {
        return folder.resolve("results/contrast-intercept_stat-" + statistic + "_statmap.nii.gz");
    }

    private void assertAtPeaks(Table table, String column, String statistic) {
        assertTrue(table.rows() > 1, "too few peaks");
        Volume map = Volumes.read(map(statistic));
        for (int row = 0; row < table.rows(); row++) {
            int index = TinyCohort.grid()
                    .index(
                            Integer.parseInt(table.column("I").get(row)),
                            Integer.parseInt(table.column("J").get(row)),
                            Integer.parseInt(table.column("K").get(row)));
            double value = Double.parseDouble(table.column(column).get(row));
            assertEquals(map.values()[index], value, 1e-5 * Math.max(1, Math.abs(value)), column + " in row " + row);
        }
    }

    @Test
    void aTableHasTheSizeAtEachPeak() {
        run(
                "Permutation Inference",
                "maps=[" + study + "] effect_sizes=true permutations=20 output=[" + folder + "/results]");
        Table table = table("t");
        assertEquals(
                List.of("d", "d lower", "d upper", "g"),
                table.columns()
                        .subList(table.columns().size() - 4, table.columns().size()));
        assertAtPeaks(table, "d", "d");
        assertAtPeaks(table, "d lower", "dLower");
        assertAtPeaks(table, "d upper", "dUpper");
        assertAtPeaks(table, "g", "g");
    }

    /** Sizes beside a map are another run's if no record lists both. */
    @Test
    void aTableTakesNoSizesOfAnotherRun() {
        run("Second-Level Model", "maps=[" + study + "] effect_sizes=true output=[" + folder + "/results]");
        assertTrue(table("z").has("d"));
        run(
                "Permutation Inference",
                "maps=[" + study + "] leave_out=sub-6 permutations=20 output=[" + folder + "/results]");
        assertFalse(table("logpMaxT").has("d"));
    }

    @Test
    void theReportShowsThemWithTheirIntervalAndWarns() throws IOException {
        String options = "maps=[" + study + "] permutations=40 cluster_p=0.05 output=[" + folder + "/results]";
        run("Permutation Inference", options);
        assertFalse(report().contains(CAUTION));
        run("Permutation Inference", options + " effect_sizes=true");
        String report = report();
        assertTrue(report.contains(CAUTION));
        assertTrue(report.contains(">d</th>"));
        assertTrue(report.matches("(?s).*>\u2212?\\d+\\.\\d\\d \\[\u2212?\\d+\\.\\d\\d, \u2212?\\d+\\.\\d\\d]</td>.*"));
        assertTrue(report.contains("Hedges, 1981") && report.contains("Steiger, 2004"));
    }

    private String report() throws IOException {
        run("Group Report", "results=[" + folder + "/results] output=[" + folder + "/report.html]");
        return ReportPage.plain(Files.readString(folder.resolve("report.html")));
    }
}
