package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several maps of each subject from the table to files, tables and report. */
class SeveralMapsTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    private Path table, results;
    private String columns;

    @BeforeEach
    void write() throws IOException {
        Volume[] maps = TinyCohort.volumes();
        StringBuilder text = new StringBuilder("participant_id\tage\tgroup\tmap_a\tmap_b\n");
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(maps[s], folder.resolve("sub-" + s + "_a.nii"), "");
            double[] other = maps[(s + 3) % 12].values();
            Volume second = Volume.of(
                    maps[s].grid(),
                    Arrays.stream(other).map(value -> value / 64).toArray());
            Volumes.write(second, folder.resolve("sub-" + s + "_b.nii"), "");
            text.append(String.join(
                            "\t",
                            "sub-" + s,
                            "" + (int) TinyCohort.age()[s],
                            TinyCohort.group()[s],
                            "sub-" + s + "_a.nii",
                            "sub-" + s + "_b.nii"))
                    .append('\n');
        }
        columns = text.toString();
        table = Files.writeString(folder.resolve("maps.tsv"), text);
        results = folder.resolve("results");
    }

    private String options(String more) {
        return "maps=[" + table + "] map_columns=[map_a, map_b] permutations=100 output=[" + results + "] " + more;
    }

    private GroupResults permute(String more) {
        try (GroupAnalysis analysis =
                GroupAnalysis.load(PermutationSettings.parse(options(more)), OpenImages.NONE, Progress.NONE)) {
            return analysis.permute();
        }
    }

    /** Also with a covariate, clusters, two sides with signs and a p for each voxel; and in each case from the folder. */
    @Test
    void theFolderHoldsWhatWasFound() {
        for (String more : List.of(
                "npc=fisher conjunction=true",
                "npc=stouffer conjunction=true tail=both signed=true uncorrected=true tfce=true",
                "model=[group + age] contrast=[age | group.b] npc=tippett conjunction=true effect_sizes=true",
                "model=[group + age] contrast=[age; group.b] npc=fisher conjunction=true",
                "conjunction=true variance_smoothing=8 true_discoveries=true uncorrected=true",
                "model=[0 + group] contrast=[group.b - group.a] variance_groups=group npc=fisher tail=both")) {
            GroupResults kept = permute(more);
            kept.write(results);
            GroupResults read = GroupResults.read(results);
            assertEquals(kept.contrasts().size(), read.contrasts().size());
            assertEquals(12, read.sample().subjects());
            assertEquals(24, read.maps());
            for (int c = 0; c < kept.contrasts().size(); c++) {
                ContrastResults expected = kept.contrasts().get(c),
                        found = read.contrasts().get(c);
                assertEquals(expected.contrast().text(), found.contrast().text());
                Set<String> names = new HashSet<>(expected.maps().keySet());
                names.remove("v"); // no test is of it
                assertEquals(names, found.maps().keySet(), more);
                for (int s = 0; s < expected.tests().size(); s++) {
                    assertEquals(
                            expected.tests().get(s).info(), found.tests().get(s).info());
                    assertArrayEquals(
                            expected.tests().get(s).logP(), found.tests().get(s).logP(), 1e-6);
                    assertArrayEquals(
                            expected.tests().get(s).nulls().maxima(),
                            found.tests().get(s).nulls().maxima(),
                            1e-4);
                }
            }
        }
    }

    /** The sides of two maps that disagree make no conjunction, and there the p of each voxel is 1, too. */
    @Test
    void aConjunctionOfTwoSidesAsksForOneSign() {
        GroupResults found =
                permute("model=[1 + age] contrast=age conjunction=true tail=both uncorrected=true cluster_p=0");
        double[] a = found.contrasts().get(0).tests().get(0).map(),
                b = found.contrasts().get(1).tests().get(0).map();
        ContrastResults both = found.contrasts().get(2);
        double[] least = both.tests().get(0).map(),
                logP = both.tests().get(0).logP(),
                alone = found.mask().values(both.maps().get("logpUncorrected"));
        assertEquals("minT", both.statistic());
        int disagree = 0;
        for (int v = 0; v < a.length; v++)
            if (a[v] * b[v] < 0) {
                disagree++;
                assertEquals(0, least[v]);
                assertEquals(0, logP[v]);
                assertEquals(0, alone[v]);
            } else {
                assertEquals(Math.min(Math.abs(a[v]), Math.abs(b[v])), Math.abs(least[v]));
                assertEquals(Math.signum(a[v]), Math.signum(least[v]));
            }
        assertTrue(disagree > 50, "voxels of different signs: " + disagree);
    }

    /** Maps of any units and in any order of the columns make the same combination. */
    @Test
    void unitsAndOrderDoNotMatter() throws IOException {
        double[] expected = permute("model=[1 + age] contrast=age npc=fisher tail=both cluster_p=0")
                .contrasts()
                .get(2)
                .tests()
                .get(0)
                .map();
        for (int s = 0; s < 12; s++) {
            Volume map = Volumes.read(folder.resolve("sub-" + s + "_b.nii"));
            double[] values =
                    Arrays.stream(map.values()).map(value -> value * 0x1p-40).toArray();
            Volumes.write(Volume.of(map.grid(), values), folder.resolve("sub-" + s + "_b.nii"), "");
        }
        Files.writeString(table, columns.replace("map_a\tmap_b", "x\ty").replace("x\ty", "map_b\tmap_a"));
        double[] found = permute("model=[1 + age] contrast=age npc=fisher tail=both cluster_p=0")
                .contrasts()
                .get(2)
                .tests()
                .get(0)
                .map();
        for (int v = 0; v < found.length; v++)
            assertEquals(expected[v], found[v], 1e-10 * Math.max(1, expected[v]), "voxel " + v);
    }

    /** Blocks have a row for each subject, in a column or in a file; who is left out is left out with all maps. */
    @Test
    void blocksAndWhoIsLeftOutAreOfSubjects() throws IOException {
        String common = "model=[1 + age] contrast=age npc=fisher cluster_p=0 leave_out=[sub-3; age > 62] blocks=";
        StringBuilder blocks = new StringBuilder("participant_id\tblock\n");
        for (int s = 0; s < 12; s++)
            blocks.append("sub-" + s + "\t" + (TinyCohort.group()[s].equals("a") ? 1 : 2) + "\n");
        Path file = Files.writeString(folder.resolve("blocks.tsv"), blocks);
        GroupResults byColumn = permute(common + "group"), byFile = permute(common + "[" + file + "]");
        assertEquals(9, byColumn.sample().subjects());
        assertEquals(18, byColumn.maps());
        assertEquals("permutations within 2 blocks", byColumn.run().shuffled().scheme());
        for (int c = 0; c < 3; c++)
            assertArrayEquals(
                    byColumn.contrasts().get(c).tests().get(0).nulls().maxima(),
                    byFile.contrasts().get(c).tests().get(0).nulls().maxima());
    }

    @Test
    void theModelIsFittedToEachMap() {
        MacroLines.run("Second-Level Model", options("").replaceFirst("permutations=\\d+", ""));
        GroupResults model = GroupResults.read(results), test = permute("cluster_p=0");
        for (int k = 0; k < 2; k++) {
            assertEquals(
                    test.contrasts().get(k).contrast().name(),
                    model.contrasts().get(k).contrast().name());
            assertArrayEquals(
                    test.contrasts().get(k).tests().get(0).map(),
                    model.mask().values(model.contrasts().get(k).map()),
                    1e-5);
        }
    }

    @Test
    void theReportAsksAndTells() throws IOException {
        MacroLines.run("Permutation Inference", options("npc=fisher conjunction=true tail=both"));
        MacroLines.run("Group Report", "results=[" + results + "]");
        String report = ReportPage.plain(Files.readString(results.resolve("report.html")))
                .replaceAll("<[^>]+>", "");
        for (String words : List.of(
                "Where in map_a is the mean of the 12 maps different from zero?",
                "Where in any of map_a and map_b is the mean of the 12 maps different from zero?",
                "Where in each of map_a and map_b is the mean of the 12 maps different from zero?",
                "The hypothesis of no effect of intercept in any of map_a and map_b was tested by non-parametric combination,"
                        + " with the same sign flips for all maps: within each sign flip the parametric p-values of the maps"
                        + " (two-sided) were combined by Fisher's method",
                "An effect of intercept in each of map_a and map_b was tested by the minimum t over the maps",
                "Conjunction (minimum t)",
                "Combined maps (Fisher statistic)",
                "Fisher, 1932; Winkler, Webster et al., 2016",
                "Nichols et al., 2005")) assertTrue(report.contains(words), words);
        assertFalse(report.contains("sphericity"));
    }

    private String refused(String columns, String text) throws IOException {
        Files.writeString(table, text);
        return MacroLines.attempt("Permutation Inference", options("").replace("[map_a, map_b]", "[" + columns + "]"))
                .orElse("nothing")
                .replace(folder + "/", "");
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() throws IOException {
        assertEquals(
                "map_columns: found maps of sub-3 and sub-4 in line 5 of maps.tsv, expected those of one"
                        + " subject; correct the table.",
                refused("map_a, map_b", columns.replace("sub-3_b", "sub-4_b")));
        assertEquals(
                "The column \"map_b\" is empty in line 5 of maps.tsv, expected the path of the subject's map;"
                        + " delete the row if there is none.",
                refused("map_a, map_b", columns.replace("sub-3_b.nii", "n/a")));
        assertEquals(
                "map_columns: found mapb, expected columns of maps.tsv; did you mean map_b?",
                refused("map_a, mapb", columns));
        assertEquals(
                "map_columns: found map_a, expected at least two columns such as map_a,map_b; for a single one,"
                        + " name it \"map\".",
                refused("map_a", columns));
        assertEquals(
                "map_columns: found a column twice among map_a, map_a, expected each once.",
                refused("map_a, map_a", columns));
        assertEquals(
                "map_columns: found the map of sub-7 in map_a and map_b, expected two different maps; correct"
                        + " the table.",
                refused("map_a, map_b", columns.replace("sub-7_b", "sub-7_a")));
        Files.copy(folder.resolve("sub-8_a.nii"), folder.resolve("other.nii"));
        assertEquals(
                "map_columns: found the map of sub-8 in map_a and map_b, there as that of sub-7, expected two different"
                        + " maps; correct the table.",
                refused(
                        "map_a, map_b",
                        columns.replace("sub-8_a.nii", "other.nii").replace("sub-7_b.nii", "other.nii")));
        assertEquals(
                "map_columns: found min, expected names that differ from those of the tests of all maps,"
                        + " tippett, fisher, stouffer,"
                        + " min; rename the column.",
                refused("map_a, min", columns.replace("map_b", "min")));
        Files.writeString(table, columns);
        assertEquals(
                Optional.of(
                        "npc: found fisher without map_columns, expected columns that name several maps of each subject,"
                                + " such as map_columns=map_a,map_b."),
                MacroLines.attempt(
                        "Permutation Inference", options("npc=fisher").replace("map_columns=[map_a, map_b]", "")));
        assertEquals(
                Optional.of("npc: found fisher together with variance_smoothing, expected one or the other; a"
                        + " pseudo-t has no"
                        + " parametric p that could be combined."),
                MacroLines.attempt("Permutation Inference", options("npc=fisher variance_smoothing=8")));
        assertEquals(
                Optional.of("npc: found fischer, expected none, tippett, fisher, stouffer."),
                MacroLines.attempt("Permutation Inference", options("npc=fischer")));
        assertEquals(
                Optional.of("map_columns: found map_a, map_b with maps=" + folder
                        + ", expected a table with these columns as maps."),
                MacroLines.attempt("Permutation Inference", options("").replace(table.toString(), folder.toString())));
        Grid grid = TinyCohort.grid(), smaller = new Grid(13, 15, 12, grid.affine());
        Volumes.write(Volume.of(smaller, new double[smaller.voxels()]), folder.resolve("sub-5_b.nii"), "");
        String otherGrid =
                MacroLines.attempt("Permutation Inference", options("")).orElseThrow();
        assertTrue(otherGrid.contains("sub-5_map_b") && otherGrid.contains("grid"), otherGrid);
    }
}
