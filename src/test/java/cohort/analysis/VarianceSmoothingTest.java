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
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import cohort.report.ReportPage;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code variance_smoothing} makes of a run: its maps, its record, its report, and what it does not go with. */
class VarianceSmoothingTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\tgroup\n");
        Volume[] maps = TinyCohort.volumes();
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(maps[s], folder.resolve(s + ".nii"), "");
            table.append("sub-" + s + "\t" + s + ".nii\t" + TinyCohort.age()[s] + "\t" + TinyCohort.group()[s] + "\n");
        }
        Files.writeString(folder.resolve("maps.tsv"), table);
    }

    private GroupAnalysis load(String options) {
        return GroupAnalysis.load(
                PermutationSettings.parse(
                        "maps=[" + folder.resolve("maps.tsv") + "] permutations=40 seed=42 missing=zero " + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    @Test
    void theMapsAreThoseOfNumpyAndSayWhatTheyAre() throws IOException {
        GroupResults found = load("model=[1 + age] contrast=age variance_smoothing=8 cluster_value=3")
                .permute();
        found.write(folder.resolve("results"));
        GroupResults read = GroupResults.read(folder.resolve("results"));
        assertEquals(
                Set.of("pseudoT", "logpMaxPseudoT", "size", "logpMaxSize", "mass", "logpMaxMass"),
                read.contrasts().get(0).maps().keySet());
        ReferenceTable expected = ReferenceTable.read("pseudo-maps.tsv");
        double[] map = read.contrasts().get(0).map().values(), values = expected.numbers("age");
        int[] voxels = expected.integers("voxel");
        for (int v = 0; v < values.length; v++) assertEquals(values[v], map[voxels[v]], 1e-6);
        assertArrayEquals(
                ReferenceTable.read("pseudo-nulls.tsv").numbers("age"),
                found.contrasts().get(0).test("pseudoT").orElseThrow().nulls().maxima(),
                1e-9);
        assertEquals("8.0", read.run().parameter("variance_smoothing"));
        assertEquals(3, read.run().contrasts().get(0).how().forming());
        assertTrue(Statistics.named("pseudoT", 1, 10).orElseThrow().withoutP().isPresent());
    }

    @Test
    void theReportTellsHow() throws IOException {
        GroupResults found =
                load("model=[1 + age] contrast=age variance_smoothing=8 cluster_value=3 tail=both effect_sizes=true")
                        .permute();
        String page = page(found);
        for (String text : new String[] {
            "was tested with a two-sided pseudo-t test, the variance smoothed within the mask by a Gaussian kernel of 8 mm full width at half maximum under each permutation, so that p comes from the permutations alone",
            "Voxels with |pseudo-t| &gt; 3.00 formed clusters",
            "Nonparametric permutation tests for functional neuroimaging"
        }) assertTrue(page.contains(text), text);
        String tfce = page(load("model=[1 + age] contrast=age variance_smoothing=8 tfce=true")
                .permute());
        assertTrue(tfce.contains("Glass brain of the pseudo-t map"));
        assertFalse(tfce.contains("uncorrected p &lt; 0.001"));
        assertTrue(tfce.contains("TFCE beyond "), "the threshold of clusters is called that of another map");
        assertFalse(tfce.contains("pseudoT beyond "));
    }

    private String page(GroupResults found) throws IOException {
        Path page = folder.resolve("report.html");
        GroupReport.write(found, ReportOptions.DEFAULT, page);
        return ReportPage.plain(Files.readString(page));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variance_smoothing=8 | forms no clusters; cluster_value | true",
                "variance_smoothing=8 cluster_p=0 | forms no clusters | false",
                "variance_smoothing=8 cluster_value=3 | forms no clusters | false",
                "cluster_p=0.01 | With only 11 degrees of freedom the variance | true"
            })
    void theLogTellsWhatIsNotThereAndWhatWouldHelp(String options, String sentence, boolean said) {
        GroupResults found = load(options).permute();
        assertEquals(
                said,
                found.run().remarks().stream().anyMatch(remark -> remark.contains(sentence)),
                found.run().remarks().toString());
        if (options.equals("variance_smoothing=8"))
            assertEquals(1, found.contrasts().get(0).tests().size());
    }

    /** A value forms the clusters of any statistic. */
    @Test
    void aValueFormsTheClustersThatItsPForms() {
        double level =
                load("cluster_p=0.01").permute().run().contrasts().get(0).how().forming();
        GroupResults byP = load("cluster_p=0.01").permute(),
                byValue = load("cluster_value=" + level).permute();
        for (String name : new String[] {"size", "mass"})
            assertArrayEquals(
                    byP.contrasts().get(0).test(name).orElseThrow().nulls().maxima(),
                    byValue.contrasts().get(0).test(name).orElseThrow().nulls().maxima());
    }

    @ParameterizedTest
    @CsvSource({
        "variance_smoothing, -1, a width",
        "variance_smoothing, NaN, a width",
        "cluster_value, -3, above 0",
        "cluster_value, Infinity, above 0"
    })
    void valuesOutOfRangeAreRefused(String key, String value, String expected) {
        String said = assertThrows(InputException.class, () -> PermutationSettings.of(Map.of(key, value)))
                .getMessage();
        assertTrue(said.startsWith(key + ": found ") && said.contains(expected), said);
    }

    @Test
    void groupsOfUnequalVarianceAreRefused() {
        Map<String, String> both = Map.of("variance_smoothing", "8", "variance_groups", "group");
        assertTrue(assertThrows(InputException.class, () -> PermutationSettings.of(both))
                .getMessage()
                .contains("together with variance_groups"));
    }
}
