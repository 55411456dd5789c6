package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.analysis.results.AnalysedMaps;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ListedClusters;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import cohort.report.ReportPage;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run by {@code missing=available}: its maps, as NumPy and SciPy compute them voxel by voxel ({@code voxel_models.py}), its record,
 * its report, and what it does not go with.
 */
class AvailableSubjectsRunTest {
    private static final Map<String, String> MODELS = Map.of(
            "one-sample", "model=1",
            "age", "model=[1 + age] contrast=age",
            "group-age", "model=[1 + group + age] contrast=[group.b]",
            "group-age-f", "model=[1 + group + age] contrast=[group.b; age]");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        double[][] whole = TinyCohort.maps();
        write("whole", whole);
        Grid grid = TinyCohort.grid();
        boolean[] mask = TinyCohort.mask();
        double[][] zeros = TinyCohort.maps(), gaps = TinyCohort.maps();
        for (int s = 0; s < gaps.length; s++)
            for (int v = 0; v < mask.length; v++) {
                int i = grid.coordinate(v, 0), j = grid.coordinate(v, 1), k = grid.coordinate(v, 2);
                boolean gap = i < 6 && (3 * (i / 2) + 5 * (j / 3) + 7 * (k / 2) + 2 * s) % 9 == 0;
                if (mask[v] && gap) gaps[s][v] = zeros[s][v] = Double.NaN;
                if (gaps[s][v] == 0) gaps[s][v] = Double.NaN;
            }
        write("gaps", gaps);
        write("zeros", zeros);
        double[] inside = new double[mask.length];
        for (int v = 0; v < mask.length; v++) inside[v] = mask[v] ? 1 : 0;
        Volumes.write(Volume.of(grid, inside), folder.resolve("mask.nii"), "");
    }

    private void write(String name, double[][] maps) throws IOException {
        Files.createDirectories(folder.resolve(name));
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\tgroup\n");
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(
                    Volume.of(TinyCohort.grid(), maps[s]), folder.resolve(name).resolve(s + ".nii"), "");
            table.append("sub-" + s + "\t" + s + ".nii\t" + TinyCohort.age()[s] + "\t" + TinyCohort.group()[s] + "\n");
        }
        Files.writeString(folder.resolve(name).resolve("maps.tsv"), table);
    }

    private GroupAnalysis load(String maps, String options) {
        return load(maps, "[" + folder.resolve("mask.nii") + "]", options);
    }

    private GroupAnalysis load(String maps, String mask, String options) {
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + folder.resolve(maps).resolve("maps.tsv") + "] mask=" + mask
                        + " permutations=40 seed=42 " + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    private static double[] values(GroupResults results, String map, int[] voxels) {
        double[] values = results.contrasts().get(0).maps().get(map).values(), kept = new double[voxels.length];
        for (int v = 0; v < kept.length; v++) kept[v] = values[voxels[v]];
        return kept;
    }

    @ParameterizedTest
    @CsvSource({
        "one-sample, gaps, available",
        "age, gaps, available memory=disk",
        "group-age, zeros, available-zeros",
        "group-age-f, zeros, available-zeros"
    })
    void theTestIsThatOfNumpy(String model, String maps, String missing) {
        ReferenceTable expected = ReferenceTable.read("available-maps.tsv");
        int[] voxels = expected.integers("voxel");
        GroupResults found = load(maps, "missing=" + missing + " least_subjects=9 " + MODELS.get(model))
                .permute();
        ContrastResults tested = found.contrasts().get(0);
        assertEquals(tested.contrast().isF() ? "zF" : "zt", tested.statistic());
        assertEquals(voxels.length, found.run().voxels());
        assertArrayEquals(expected.numbers(model + "-z"), values(found, tested.statistic(), voxels), 2e-6);
        assertArrayEquals(expected.numbers("n"), values(found, "n", voxels));
        assertArrayEquals(
                ReferenceTable.read("available-nulls.tsv").numbers(model),
                tested.tests().get(0).nulls().maxima(),
                1e-8);
    }

    /** Each map smoothed by 8 mm among the voxels that it has. */
    @ParameterizedTest
    @ValueSource(strings = {"one-sample", "age", "group-age", "group-age-f"})
    void theModelIsThatOfScipyAfterSmoothing(String model) {
        ReferenceTable expected = ReferenceTable.read("available-fits.tsv");
        int[] voxels = expected.integers("voxel");
        GroupResults found = load("gaps", "missing=available least_subjects=9 fwhm=8 " + MODELS.get(model))
                .fit();
        ContrastResults tested = found.contrasts().get(0);
        assertEquals("z", tested.statistic());
        assertEquals(
                Set.of("effect", "variance", "z", "p", "logp", "logpBonferroni", "n"),
                tested.maps().keySet());
        assertClose(expected.numbers(model + "-z"), values(found, "z", voxels));
        assertArrayEquals(expected.numbers("n"), values(found, "n", voxels));
        assertClose(expected.numbers(model + "-variance"), values(found, "variance", voxels));
        double[] effect = values(found, "effect", voxels), squares = expected.numbers(model + "-effect");
        if (tested.contrast().isF())
            for (int v = 0; v < effect.length; v++) effect[v] *= effect[v] / 2; // a mean square of two rows
        assertClose(squares, effect);
    }

    private static void assertClose(double[] expected, double[] found) {
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], found[v], 1e-6 * Math.max(1, Math.abs(expected[v])), "voxel " + v);
    }

    /** Beside the record, which names what was asked for. */
    @Test
    void withoutGapsItIsTheOrdinaryRunToTheByte() throws IOException {
        String options = " fwhm=6 tail=both tfce=true true_discoveries=true " + MODELS.get("age");
        for (String missing : List.of("exclude", "available")) {
            GroupAnalysis analysis = load("whole", "missing=" + missing + options);
            analysis.permute().write(folder.resolve(missing));
            analysis.fit().write(folder.resolve(missing));
        }
        Set<String> files = files("exclude");
        assertTrue(files.size() > 12);
        assertEquals(files, files("available"));
        for (String file : files)
            if (!file.endsWith(".json"))
                assertArrayEquals(
                        Files.readAllBytes(folder.resolve("exclude").resolve(file)),
                        Files.readAllBytes(folder.resolve("available").resolve(file)),
                        file);
    }

    private Set<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theDefaultAsksForFourFifthsAndEightMoreThanRegressors() {
        GroupResults found =
                load("gaps", "missing=available " + MODELS.get("age")).permute();
        assertEquals(10, found.run().gaps().least());
        assertTrue(found.run().gaps().fewest() >= 10);
        assertTrue(found.run().remarks().stream()
                .anyMatch(remark -> remark.contains("voxels have data from fewer than all 12 subjects")));
    }

    /** A rule finds voxels that some lack, too: the maps are NaN outside of their data. */
    @ParameterizedTest
    @ValueSource(strings = {"background", "intersection"})
    void theRulesKeepVoxelsThatSomeLack(String rule) {
        GroupAnalysis some = load("gaps", rule, "missing=available least_subjects=9"),
                all = load("gaps", rule, "missing=exclude");
        assertTrue(some.mask().mask().size() > all.mask().mask().size());
    }

    @Test
    void theReportTellsHow() throws IOException {
        GroupAnalysis analysis = load(
                "gaps",
                "missing=available least_subjects=9 cluster_p=0.01 fwhm=4 tail=both " + MODELS.get("group-age"));
        analysis.permute().write(folder.resolve("results"));
        analysis.fit().write(folder.resolve("results"));
        GroupResults read = GroupResults.read(folder.resolve("results"));
        assertTrue(read.contrasts().get(0).maps().keySet().containsAll(Set.of("zt", "z", "n", "logpMaxZt")));
        assertFalse(read.contrasts().get(0).maps().containsKey("t"));
        Path page = folder.resolve("report.html");
        GroupReport.write(read, ReportOptions.DEFAULT, page);
        String text = ReportPage.plain(Files.readString(page))
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
        for (String words : List.of(
                "each among the voxels that it has",
                "data from fewer than all 12 subjects",
                "voxels that too few subjects have were left out",
                "an analysis of available cases (Vaden et al., 2012)",
                "turned into z (called zt) by the degrees of freedom of each voxel",
                "9 residual degrees of freedom where all subjects have data",
                "which voxels a subject lacks does not depend on what is tested"))
            assertTrue(text.contains(words), words);
    }

    /** What a later reader finds in the maps is what the run had: a gap is no 0. */
    @Test
    void valuesInClustersAreThoseOfTheRun() {
        try (GroupAnalysis analysis =
                load("gaps", "missing=available least_subjects=9 cluster_p=0.05 fwhm=4 " + MODELS.get("one-sample"))) {
            GroupResults found = analysis.permute();
            ContrastResults tested = found.contrasts().get(0);
            ListedClusters clusters = ListedClusters.of(found, tested);
            Table expected = found.values().of(tested, clusters).orElseThrow(),
                    read = AnalysedMaps.values(found, clusters.table(), clusters.labels());
            assertTrue(expected.columns().size() > 1);
            assertEquals(expected.columns(), read.columns());
            for (String column : expected.columns()) assertEquals(expected.column(column), read.column(column));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing=available map_columns=map,map2       | map_columns: found map,map2 together with missing=available, expected one or the other
                    missing=available effect_sizes=true          | effect_sizes: found true together with missing=available, expected one or the other
                    missing=available residuals=true             | residuals: found true together with missing=available, expected one or the other
                    missing=available variance_groups=group      | variance_groups: found group together with missing=available, expected one or the other
                    missing=available variance_smoothing=6       | variance_smoothing: found 6.0 together with missing=available, expected one or the other
                    missing=available method=kennedy             | method: found kennedy together with missing=available, expected freedman-lane
                    missing=exclude least_subjects=9             | least_subjects: found 9 with missing=exclude, expected missing=available
                    missing=available least_subjects=1           | least_subjects: found 1, expected a number of at least 2
                    missing=available least_subjects=13          | least_subjects: found 13, expected a number from 2, one more than the independent regressors, to 12
                    missing=some                                 | missing: found some, expected exclude, exclude-zeros, zero, available or available-zeros.
                    """)
    void whatDoesNotGoTogetherIsRefused(String options, String sentence) {
        String message =
                assertThrows(InputException.class, () -> load("gaps", options)).getMessage();
        assertTrue(message.startsWith(sentence), message);
    }
}
