package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.files.ClusterFiles;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Cluster Table...} reads the maps of a run again: what it finds of them is what the run wrote. */
class ClusterValuesTest {
    private static final ClusterFiles FILES = new ClusterFiles("intercept");

    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private TinyStudy study;
    private Path results;

    @BeforeEach
    void analyse() throws IOException {
        study = TinyStudy.in(folder);
        results = folder.resolve("results");
        analyse("");
    }

    private void analyse(String options) {
        MacroLines.run(
                "Permutation Inference",
                "maps=[" + study.table() + "] fwhm=3 permutations=20 tail=both cluster_p=0.01 output=[" + results + "] "
                        + options);
    }

    @AfterEach
    void close() {
        MacroLines.closeImages();
    }

    private String line(String options) {
        return line("t", options);
    }

    private String line(String statistic, String options) {
        return "image=[" + results.resolve("contrast-intercept_stat-" + statistic + "_statmap.nii.gz") + "] output=["
                + folder.resolve("c.tsv") + "] " + options;
    }

    /** The maps of corrected p stand beside it, under their titles. */
    @Test
    void aMapThatIsOnlyOpenHasItsCorrectedPToo() {
        MacroLines.run("Cluster Table", line(""));
        Table ofFiles = Table.read(folder.resolve("c.tsv"));
        MacroLines.run("Cluster Table", "image=[intercept t] output=[" + folder.resolve("open.tsv") + "]");
        Table ofImages = Table.read(folder.resolve("open.tsv"));
        for (String column : List.of("p peak", "p size", "p mass"))
            assertEquals(ofFiles.column(column), ofImages.column(column), column);
        MacroLines.run(
                "Cluster Table", "image=[intercept t] corrected=none output=[" + folder.resolve("none.tsv") + "]");
        assertFalse(Table.read(folder.resolve("none.tsv")).has("p peak"));
    }

    @Test
    void theValuesAreThoseThatTheRunWrote() {
        assertSameValues("t");
    }

    /** Where a map has no data its value does not count, here as there. */
    @Test
    void gapsAreThoseOfTheRun() {
        analyse("missing=available-zeros least_subjects=4");
        assertSameValues("zt");
    }

    private void assertSameValues(String statistic) {
        MacroLines.run("Cluster Table", line(statistic, "subject_values=true labels=true"));
        Table written = Table.read(results.resolve(FILES.values())), again = Table.read(folder.resolve("c_values.tsv"));
        assertTrue(written.columns().size() > 2, written.columns() + "");
        assertEquals(written.columns(), again.columns());
        assertEquals(written.column("participant_id"), again.column("participant_id"));
        for (String column : written.columns().subList(1, written.columns().size()))
            assertArrayEquals(written.numbers(column), again.numbers(column), 0, column);
        assertEquals(
                Table.read(results.resolve(FILES.table())).column("Cluster ID"),
                Table.read(folder.resolve("c.tsv")).column("Cluster ID"));
    }

    @Test
    void theRoiManagerNeedsAScreen() {
        assertEquals(
                Optional.of("rois: found true without a display, which ImageJ's ROI Manager needs; use"
                        + " labels=true instead, or run with a virtual display."),
                MacroLines.attempt("Cluster Table", line("rois=true")));
        assertEquals(
                Optional.of("rois: found true with show=false, which opens no window, and the ROI Manager is one; leave"
                        + " out show, or use labels=true instead."),
                MacroLines.attempt("Cluster Table", line("rois=true show=false")));
        assertFalse(Files.exists(folder.resolve("c.tsv")));
    }

    @Test
    void mapsThatHaveChangedAreRefused() throws IOException {
        Files.copy(study.map(0), study.map(1), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                Optional.of("subject_values: the maps that the run analysed were moved or changed since, expected"
                        + " the same files; put them back, or run the analysis again."),
                MacroLines.attempt("Cluster Table", line("subject_values=true")));
    }

    @Test
    void aMapOfNoRunIsRefused() {
        assertEquals(
                Optional.of(
                        "subject_values: " + study.map(0) + " is not a map in a folder of results, expected one such as"
                                + " contrast-age_stat-t_statmap.nii.gz; give its file, or the folder with corrected=."),
                MacroLines.attempt("Cluster Table", "image=[" + study.map(0) + "] threshold=4 subject_values=true"));
    }
}
