package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyStudy;
import cohort.folder.Sealed;
import cohort.image.HeaderNotes;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.rule.AppliedThreshold;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of six subjects, by macros: what they are, and what follows for thresholds and tables. */
class StatisticOfMapsTest {
    static {
        Headless.start();
    }

    private static final String CONTRAST = "contrast-intercept_stat-";

    @TempDir
    static Path folder;

    @BeforeAll
    static void analyse() throws IOException {
        String study = "maps=[" + TinyStudy.in(folder).table() + "] mask=intersection model=1 output=[" + folder;
        run("run(\"Second-Level Model...\", \"" + study + "/model]\");");
        for (String tail : List.of("positive", "both"))
            run("run(\"Permutation Inference...\", \"" + study + "/" + tail + "] tail=" + tail
                    + " permutations=63 cluster_p=0.01 tfce=true " + (tail.equals("both") ? "signed=true" : "")
                    + "\");");
    }

    private static Path map(String run, String statistic) {
        return folder.resolve(run).resolve(CONTRAST + statistic + "_statmap.nii.gz");
    }

    private static void run(String macro) {
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
    }

    private static void threshold(Path image, String options, Path output) {
        run("run(\"Threshold Map...\", \"image=[" + image + "] output=[" + output + "] " + options + "\");");
    }

    private static Table table(Path image, String options) {
        Path output = folder.resolve("table.tsv");
        run("run(\"Cluster Table...\", \"image=[" + image + "] output=[" + output + "] " + options + "\");");
        return Table.read(output);
    }

    private static String refusal(String command, Path image, String options) {
        return MacroRun.run("run(\"" + command + "\", \"image=[" + image + "] " + options + "\");", "")
                .orElseThrow();
    }

    @Test
    void theHeadersOfAllMapsTellWhatTheyAre() {
        for (String[] known : new String[][] {
            {"model", "t", "t(5)"},
            {"model", "z", "z"},
            {"model", "p", "p"},
            {"model", "logp", "logp"},
            {"model", "effect", "effect"},
            {"model", "variance", "variance"},
            {"both", "t", "t(5)"},
            {"both", "size", "size"},
            {"both", "tfce", "tfce"},
            {"both", "logpMaxMass", "logp"}
        }) {
            HeaderNotes notes = VolumeFile.open(map(known[0], known[1])).notes();
            assertEquals(Optional.of(known[2]), Statistics.ofHeader(notes).map(Statistic::spelling), known[1]);
            assertEquals(known[1], notes.intentName());
        }
        assertTrue(
                VolumeFile.open(map("both", "t")).description().startsWith("tail=both forming=4.032143 t of"),
                "scipy.stats.t.isf(0.005, 5)");
    }

    /** 23 and 0 voxels of five subjects of noise were the case: here the map of z and that of t leave the same. */
    @Test
    void aMapOfTLeavesTheVoxelsOfItsMapOfZ() {
        Path t = folder.resolve("t.nii"), z = folder.resolve("z.nii"), wrong = folder.resolve("wrong.nii");
        threshold(map("model", "t"), "control=fpr alpha=0.01 tail=both", t);
        threshold(map("model", "z"), "control=fpr alpha=0.01 tail=both", z);
        threshold(map("model", "t"), "control=fpr alpha=0.01 tail=both statistic=z", wrong);
        assertArrayEquals(left(z), left(t));
        assertTrue(count(left(wrong)) > 2 * count(left(t)), "taken for z it leaves far more");
    }

    private static boolean[] left(Path file) {
        double[] values = Volumes.read(file).values();
        boolean[] left = new boolean[values.length];
        for (int v = 0; v < left.length; v++) left[v] = values[v] != 0;
        return left;
    }

    private static int count(boolean[] left) {
        int count = 0;
        for (boolean one : left) if (one) count++;
        return count;
    }

    @Test
    void withoutAHeaderTheRecordBesideTheMapTells() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        for (String name : List.of("run.json", "mask.nii.gz"))
            Files.copy(folder.resolve("positive").resolve(name), bare.resolve(name));
        for (String statistic : List.of("t", "logpMaxT"))
            Volumes.write(Volumes.read(map("positive", statistic)), map("bare", statistic), "bare");
        Sealed.seal(bare, "run.json");
        Path known = folder.resolve("known.nii"), found = folder.resolve("found.nii");
        threshold(map("positive", "t"), "control=fpr alpha=0.01", known);
        threshold(map("bare", "t"), "control=fpr alpha=0.01", found);
        assertArrayEquals(left(known), left(found));
        Table expected = table(map("positive", "t"), "");
        Table same = table(map("bare", "t"), "");
        assertEquals(expected.column("Peak Stat"), same.column("Peak Stat"));

        Files.delete(bare.resolve("run.json"));
        assertEquals(
                "line 1: control: found fdr for a map of unknown kind, but neither its header nor its name nor a record beside it says what its values are; give statistic=z,"
                        + " t(15), F(2,15), p or logp, or a number as the threshold.",
                refusal("Threshold Map...", map("bare", "t"), "control=fdr"));
        threshold(map("bare", "t"), "control=fpr alpha=0.01 tail=positive statistic=t(5)", found);
        assertArrayEquals(left(known), left(found));
    }

    @Test
    void theTableBeginsWhereTheRunFormedItsClusters() {
        // scipy.stats.t.isf: 3.3649299989 for one side of 0.01, 4.0321429836 for half of it
        double[] positive = table(map("positive", "t"), "").numbers("Peak Stat");
        double[] both = table(map("both", "t"), "").numbers("Peak Stat");
        assertTrue(Arrays.stream(positive).min().orElseThrow() > 3.36493, "one side, from its level on");
        assertTrue(Arrays.stream(both).map(Math::abs).min().orElseThrow() > 4.03214);
        assertTrue(Arrays.stream(both).anyMatch(t -> t < 0), "both sides");
        assertEquals(
                table(map("positive", "t"), "threshold=3.3649299989 tail=positive"), table(map("positive", "t"), ""));
        assertEquals(
                "line 1: threshold: found auto for a map of tfce, but its p comes from permutations only; threshold the map"
                        + " of logpMax of the same statistic at a level such as 1.301, which is p = 0.05.",
                refusal("Cluster Table...", map("both", "tfce"), ""));
        assertEquals(
                "line 1: threshold: found high, expected a number such as 3.1, or auto.",
                refusal("Cluster Table...", map("both", "t"), "threshold=high"));
    }

    @Test
    void whatWasNotTestedHasNoP() {
        Table table = table(map("positive", "t"), "threshold=3 tail=both");
        double[] t = table.numbers("Peak Stat");
        List<String> p = table.column("p peak");
        int negative = 0;
        for (int r = 0; r < t.length; r++) {
            assertEquals(t[r] < 0, p.get(r).isEmpty(), "row " + r);
            if (t[r] < 0) negative++;
        }
        assertTrue(negative > 0 && negative < t.length, "both sides are listed");
        assertTrue(
                table(map("both", "t"), "threshold=3").column("p peak").stream().noneMatch(String::isEmpty));
        // Sizes have no sign: whichever side was tested is theirs.
        assertTrue(table(map("positive", "size"), "threshold=2").column("p size").stream()
                .noneMatch(String::isEmpty));
    }

    @Test
    void signedMapsBearTheSignOfTheStatistic() {
        double[] t = Volumes.read(map("both", "t")).values();
        for (String statistic : List.of("logpMaxT", "logpMaxSize", "logpMaxMass", "logpMaxTfce")) {
            double[] logP = Volumes.read(map("both", statistic)).values();
            int negative = 0;
            for (int v = 0; v < t.length; v++) {
                if (logP[v] != 0) assertEquals(Math.signum(t[v]), Math.signum(logP[v]), statistic + " " + v);
                if (logP[v] < 0) negative++;
            }
            assertTrue(negative > 0, statistic);
        }
        Table table = table(map("both", "t"), "");
        for (double p : table.numbers("p peak")) assertTrue(p > 0 && p <= 1, "p " + p);
        assertEquals(
                "line 1: signed: found true with tail=positive, expected tail=both, since a one-sided test has"
                        + " only one sign; leave signed out or change tail.",
                MacroRun.run("run(\"Permutation Inference...\", \"maps=none signed=true\");", "")
                        .orElseThrow());
    }

    /** What is known of a map stays with it through ImageJ's TIFF and back to NIfTI. */
    @Test
    void theStatisticAndTheCutSurviveTiffAndNifti() {
        Path tiff = folder.resolve("kept.tif"), back = folder.resolve("kept.nii"), again = folder.resolve("again.nii");
        run("run(\"Threshold Map...\", \"image=[" + map("model", "t") + "] control=fpr alpha=0.02 tail=negative\");"
                + "saveAs(\"Tiff\", \"" + tiff + "\"); close(); open(\"" + tiff + "\");"
                + "run(\"NIfTI-1...\", \"path=[" + back + "]\"); close();");
        HeaderNotes notes = VolumeFile.open(back).notes();
        assertEquals("t(5)", Statistics.ofHeader(notes).orElseThrow().spelling());
        AppliedThreshold cut = AppliedThreshold.parse(notes.description()).orElseThrow();
        assertEquals(Tail.NEGATIVE, cut.tail());
        assertEquals(2.7565085, cut.level(), 1e-6); // scipy.stats.t.isf(0.02, 5)
        threshold(tiff, "control=fpr alpha=0.02", again);
        assertArrayEquals(left(back), left(again));
    }
}
