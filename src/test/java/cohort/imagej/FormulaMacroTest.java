package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.analysis.record.RunRecord;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import cohort.table.Table;
import cohort.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splines, conditions, cells and pairs of levels on the sample cohort, from the macro line to record and report. */
@Tag("slow")
class FormulaMacroTest {
    static {
        Headless.start();
    }

    private static final int SUBJECTS = 16;
    private static final String PAIRS = "model=[group + bs(age, df=4)] contrast=[pairwise(group) | ]";

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void makeCohort() throws IOException {
        run("run(\"Sample Cohort...\", \"subjects=" + SUBJECTS + " output=[" + folder.resolve("cohort") + "]\");");
        table = folder.resolve("cohort/participants.tsv");
        Table given = Table.read(table);
        given.with(
                        "group",
                        IntStream.range(0, SUBJECTS)
                                .mapToObj(s ->
                                        List.of("control", "patient", "sibling").get(s % 3))
                                .toList())
                .write(table);
    }

    private static void run(String macro) {
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
    }

    private Path fit(String output, String options) {
        Path results = folder.resolve(output);
        String all = "maps=[" + table + "] output=[" + results + "] " + options;
        run("run(\"Second-Level Model...\", \"" + all + "\");");
        return results;
    }

    private static double[] t(Path results, String contrast) {
        return Volumes.read(results.resolve("contrast-" + contrast + "_stat-t_statmap.nii.gz"))
                .values();
    }

    @Test
    void pairsAreTheDifferencesWrittenByHand() throws IOException {
        Path drawn = folder.resolve("design.png");
        run("run(\"Design Matrix...\", \"maps=[" + table + "] " + PAIRS + " output=[" + drawn + "]\");");
        assertTrue(Files.size(drawn) > 1000);
        Path pairs = fit("pairs", PAIRS);
        Path hand = fit(
                "hand",
                PAIRS.replace("pairwise(group) | ", "group.patient | group.sibling | group.sibling - group.patient"));
        assertArrayEquals(t(hand, "groupPatient"), t(pairs, "patientMinusControl"));
        assertArrayEquals(t(hand, "groupSibling"), t(pairs, "siblingMinusControl"));
        assertArrayEquals(t(hand, "groupSiblingMinusGroupPatient"), t(pairs, "siblingMinusPatient"));
        run("run(\"Group Report...\", \"results=[" + pairs + "]\");");
        String html = ReportPage.plain(Files.readString(pairs.resolve("report.html")));
        assertTrue(html.contains("Where do patient and control differ, allowing for age?"), html);
        assertTrue(html.contains("with group (3 levels) and age (4 B-splines) was fitted"), html);
        assertTrue(html.contains("Searle SR, Speed FM, Milliken GA"), html);
        RunRecord record = RunRecord.read(pairs.resolve("model.json"));
        assertEquals(
                "cell(group='sibling') - cell(group='patient')",
                record.contrasts().get(2).contrast().text());
        assertEquals("[group + bs(age, df=4)]", "[" + record.parameter("model") + "]");
        assertTrue(
                record.remarks()
                        .contains("In cells that do not name them, age is at its mean of "
                                + Numbers.plain(Arrays.stream(Table.read(table).numbers("age"))
                                        .average()
                                        .orElseThrow())
                                + "."),
                record.remarks().toString());
    }

    @Test
    void pairsAreCorrectedTogether() {
        Path results = folder.resolve("shuffled");
        run("run(\"Permutation Inference...\", \"maps=[" + table + "] permutations=50 output=[" + results + "] " + PAIRS
                + "\");");
        for (String pair : List.of("patientMinusControl", "siblingMinusControl", "siblingMinusPatient"))
            assertTrue(Files.exists(results.resolve("contrast-" + pair + "_stat-logpMaxTAllContrasts_statmap.nii.gz")));
    }

    /** Means, knots and levels are those of the subjects that are left. */
    @Test
    void whoIsLeftOutHasNoPartInMeansAndKnots() throws IOException {
        double[] age = Table.read(table).numbers("age");
        int oldest = IntStream.range(0, SUBJECTS)
                .reduce((a, b) -> age[b] > age[a] ? b : a)
                .orElseThrow();
        String id = Table.read(table).column("participant_id").get(oldest);
        Path results =
                fit("left", "leave_out=[" + id + "] model=[center(age) + (age > 30)] contrast=[cell() - cell(age=30)]");
        double mean = IntStream.range(0, SUBJECTS)
                .filter(s -> s != oldest)
                .mapToDouble(s -> age[s])
                .average()
                .orElseThrow();
        Table design = Table.read(results.resolve("design.tsv"));
        double[] left = IntStream.range(0, SUBJECTS)
                .filter(s -> s != oldest)
                .mapToDouble(s -> age[s] - mean)
                .toArray();
        assertArrayEquals(left, design.numbers("center.age"), 1e-12);
        Path splines = fit("splines", "leave_out=[" + id + "] model=[bs(age, df=4)] contrast=bs.age.4");
        double[] last = Table.read(splines.resolve("design.tsv")).numbers("bs.age.4");
        assertEquals(1, Arrays.stream(last).max().orElseThrow());
        assertEquals(
                Arrays.stream(left).max().orElseThrow(),
                left[
                        IntStream.range(0, last.length)
                                .filter(s -> last[s] == 1)
                                .findFirst()
                                .orElseThrow()]);
    }
}
