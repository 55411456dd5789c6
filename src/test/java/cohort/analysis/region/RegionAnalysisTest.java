package cohort.analysis.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.region.TinyAtlas;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionAnalysisTest {
    /** The 97.5 % point of Student's t with 5 degrees of freedom, from tables. */
    private static final double T_5 = 2.570581835636314;

    @TempDir
    Path folder;

    private Path maps, atlas;

    @BeforeEach
    void write() throws IOException {
        maps = TinyStudy.in(folder).table();
        atlas = TinyAtlas.write(folder);
    }

    private RegionResults test(String options) {
        return RegionAnalysis.test(
                RegionSettings.parse("maps=[" + maps + "] atlas=[" + atlas + "] missing=zero " + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    /** The values of a region in a map, from the map itself. */
    private static double[] voxels(int subject, int label) {
        double[] map = TinyCohort.volumes()[subject].values();
        return IntStream.range(0, map.length)
                .filter(v -> TinyAtlas.label(v) == label)
                .mapToDouble(v -> map[v])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double t(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return mean / Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** t, d, the interval of the mean, and p by all 64 flips of signs, from the means of the voxels alone. */
    @Test
    void theNumbersOfOneSampleAreThoseOfAnEnumeration() {
        double[][] means = new double[4][TinyStudy.SUBJECTS];
        for (int r = 0; r < 4; r++) for (int s = 0; s < TinyStudy.SUBJECTS; s++) means[r][s] = mean(voxels(s, r + 1));
        double[][] nulls = new double[64][4];
        for (int flip = 0; flip < 64; flip++)
            for (int r = 0; r < 4; r++) {
                double[] flipped = means[r].clone();
                for (int s = 0; s < flipped.length; s++) if ((flip >> s & 1) == 1) flipped[s] = -flipped[s];
                nulls[flip][r] = Math.abs(t(flipped));
            }
        Table table = test("permutations=100 tail=both").table();
        assertEquals(List.of(TinyAtlas.NAMES), table.column("region"));
        double[] p = new double[4];
        for (int r = 0; r < 4; r++) {
            double t = t(means[r]), effect = mean(means[r]);
            int region = r;
            assertEquals(t, number(table, "t", r), 1e-5 * Math.abs(t));
            assertEquals(t / Math.sqrt(6), number(table, "d", r), 1e-5 * Math.abs(t));
            assertEquals(effect, number(table, "effect", r), 1e-5 * Math.abs(effect));
            assertEquals(effect - T_5 * effect / t, number(table, "effect lower", r), 1e-4);
            assertEquals(effect + T_5 * effect / t, number(table, "effect upper", r), 1e-4);
            double reached = Math.abs(t) * (1 - 1e-9);
            p[r] = Arrays.stream(nulls)
                            .filter(null_ -> null_[region] >= reached)
                            .count()
                    / 64.0;
            assertEquals(p[r], number(table, "p", r), 1e-5);
            assertEquals(
                    Arrays.stream(nulls)
                                    .filter(null_ -> Arrays.stream(null_).max().orElseThrow() >= reached)
                                    .count()
                            / 64.0,
                    number(table, "p corrected", r),
                    1e-5);
        }
        for (int r = 0; r < 4; r++) assertEquals(adjusted(p, r), number(table, "q FDR", r), 1e-5);
    }

    /** Benjamini and Hochberg by definition: the least, over all p not below this one, of p times tests by rank. */
    private static double adjusted(double[] p, int r) {
        return Arrays.stream(p)
                .filter(other -> other >= p[r])
                .map(other -> other
                        * p.length
                        / Arrays.stream(p).filter(below -> below <= other).count())
                .min()
                .orElseThrow();
    }

    private static double number(Table table, String column, int row) {
        return table.numbers(column)[row];
    }

    @Test
    void eachValueIsWhatItsNameSays() {
        double mm3 = 3 * 2.5 * 4;
        for (int s : new int[] {0, 3})
            for (int label : new int[] {1, 4}) {
                double[] values = voxels(s, label), sorted = values.clone();
                Arrays.sort(sorted);
                int n = values.length;
                double sum = Arrays.stream(values).sum(), middle = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
                assertEquals(sum / n, value("mean", s, label), 1e-12);
                assertEquals(middle, value("median", s, label), 1e-12);
                assertEquals(sum, value("sum", s, label), 1e-9);
                assertEquals(sum * mm3, value("volume", s, label), 1e-6);
                double share =
                        (double) Arrays.stream(values).filter(v -> v > 0.01).count() / n;
                assertTrue(share > 0 && share < 1);
                assertEquals(share, value("share level=0.01", s, label), 1e-12);
            }
    }

    private double value(String value, int subject, int label) {
        return test("permutations=1 value=" + value).read().values()[subject][label - 1];
    }

    /** A region with one voxel is that voxel: the same maxima, to the last bit. */
    @Test
    void regionsOfOneVoxelAreTheVoxelsOfATestOfMaps() throws IOException {
        int[] voxels = IntStream.range(0, TinyCohort.grid().voxels())
                .filter(v -> TinyCohort.mask()[v] && v % 37 == 0)
                .limit(9)
                .toArray();
        double[] labels = new double[TinyCohort.grid().voxels()];
        StringBuilder names = new StringBuilder("index\tname\n");
        for (int r = 0; r < voxels.length; r++) {
            labels[voxels[r]] = r + 1;
            names.append(r + 1).append("\tvoxel ").append(r).append('\n');
        }
        atlas = folder.resolve("voxels.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), atlas, "");
        Files.writeString(folder.resolve("voxels.tsv"), names);
        for (String model : new String[] {"model=1", "model=[1 + age] contrast=age"}) {
            String options = model + " permutations=50 seed=3 tail=both";
            RegionResults regions = test(options);
            GroupResults maps;
            try (GroupAnalysis analysis = GroupAnalysis.load(
                    PermutationSettings.parse(
                            "maps=[" + this.maps + "] mask=[" + atlas + "] missing=zero cluster_p=0 " + options),
                    OpenImages.NONE,
                    Progress.NONE)) {
                maps = analysis.permute();
            }
            assertEquals(9, maps.mask().size());
            var ofMaps = maps.contrasts().get(0).tests().get(0);
            var ofRegions = regions.test().contrasts().get(0).tests().get(0);
            assertArrayEquals(ofMaps.nulls().maxima(), ofRegions.nulls().maxima());
            assertArrayEquals(ofMaps.map(), ofRegions.map());
            assertArrayEquals(ofMaps.logP(), ofRegions.logP());
            assertArrayEquals(
                    maps.contrasts().get(0).map().values(),
                    regions.map(0, "t").orElseThrow().values());
        }
    }

    /** The median of most regions is 0 in each map, where they reach beyond the maps. */
    @Test
    void regionsWithoutAnythingToTestAreToldByName() {
        List<String> said = new ArrayList<>();
        RegionResults results = RegionAnalysis.test(
                RegionSettings.parse(
                        "maps=[" + maps + "] atlas=[" + atlas + "] missing=zero permutations=1 value=median"),
                OpenImages.NONE,
                said(said));
        assertEquals(List.of("Middle"), results.record().regions());
        assertTrue(
                said.contains("Regions left out, since nothing can be tested in them: Back, Front and Right."),
                said.toString());
    }

    @Test
    void regionsAreChosenByTheMask() {
        assertEquals(
                List.of("Back", "Middle", "Front"),
                test("permutations=1 mask=atlas:Left").table().column("region"));
    }

    /** The values that a run wrote give its p to the last bit, and an atlas puts them where they were. */
    @Test
    void aTableOfValuesIsTestedLikeTheMapsThatItCameFrom() {
        RegionResults ofMaps = test("permutations=40 seed=7 tail=both model=[1 + age] contrast=age");
        Path out = folder.resolve("out"), covariates = folder.resolve("covariates.tsv");
        try (RegionFolder place = RegionFolder.open("output", out)) {
            place.write(ofMaps, "<svg/>");
        }
        Table table = Table.read(maps);
        Table.of(
                        "covariates",
                        List.of("participant_id", "age"),
                        IntStream.range(0, table.rows())
                                .map(row -> table.rows() - 1 - row) // in another order
                                .mapToObj(row -> List.of(
                                        ofMaps.ids().get(row),
                                        table.column("age").get(row)))
                                .toList())
                .write(covariates);
        List<String> said = new ArrayList<>();
        String options = "region_values=[" + out.resolve("region_values.tsv") + "] model=[1 + age] contrast=age"
                + " permutations=40 seed=7 tail=both";
        RegionResults alone = RegionAnalysis.test(
                RegionSettings.parse(options + " table=[" + covariates + "] atlas=[" + atlas + "]"),
                OpenImages.NONE,
                said(said));
        assertEquals(ofMaps.table().column("region"), alone.table().column("region"));
        for (String column : List.of("effect", "effect lower", "t", "r", "r upper", "mm3"))
            assertArrayEquals(ofMaps.table().numbers(column), alone.table().numbers(column), 1e-9, column);
        assertArrayEquals(
                ofMaps.map(0, "t").orElseThrow().values(),
                alone.map(0, "t").orElseThrow().values(),
                1e-9);
        assertTrue(
                said.contains("region_values: " + out.resolve("region_values.tsv")
                        + ", with a row per subject and a column per region; subjects in \"participant_id\"."),
                said.toString());
        assertEquals(
                List.of(covariates.toString(), out.resolve("region_values.tsv").toString()),
                alone.test().run().inputs().stream()
                        .map(file -> file.file())
                        .filter(file -> !file.contains("atlas"))
                        .sorted()
                        .toList());
        RegionResults nowhere = RegionAnalysis.test(
                RegionSettings.parse(options + " table=[" + covariates + "]"), OpenImages.NONE, Progress.NONE);
        assertTrue(nowhere.map(0, "t").isEmpty() && nowhere.mask().isEmpty());
        assertTrue(!nowhere.table().has("voxels"));
    }

    /** In the order of the maps the labellings are the same, and so is p. */
    @Test
    void aTableInTheOrderOfTheMapsHasTheirP() {
        RegionResults ofMaps = test("permutations=40 seed=7");
        Path values = folder.resolve("values.tsv");
        ofMaps.values().write(values);
        RegionResults alone = RegionAnalysis.test(
                RegionSettings.parse("region_values=[" + values + "] permutations=40 seed=7"),
                OpenImages.NONE,
                Progress.NONE);
        assertArrayEquals(ofMaps.corrected(0), alone.corrected(0));
        assertArrayEquals(
                ofMaps.test().contrasts().get(0).tests().get(0).nulls().maxima(),
                alone.test().contrasts().get(0).tests().get(0).nulls().maxima());
    }

    private static Progress said(List<String> said) {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        };
    }

    @Test
    void regionsThatASubjectLacksAreLeftOutOrZero() throws IOException {
        Path values = folder.resolve("gaps.csv");
        Files.writeString(values, "subject,CA1,CA3\ns1,1,\ns2,2,5\ns3,4,6\ns4,3,0\n");
        String options = "permutations=5 region_values=[" + values + "]";
        List<String> said = new ArrayList<>();
        assertEquals(
                List.of("CA1"),
                RegionAnalysis.test(RegionSettings.parse(options), OpenImages.NONE, said(said))
                        .record()
                        .regions());
        assertTrue(said.contains("Regions left out, since some subject has no value: CA3."), said.toString());
        RegionResults zero =
                RegionAnalysis.test(RegionSettings.parse(options + " missing=zero"), OpenImages.NONE, Progress.NONE);
        assertArrayEquals(new double[] {0, 5, 6, 0}, zero.values(1));
        Path none = Files.writeString(folder.resolve("none.csv"), "subject,CA1,CA3\ns1,1,\ns2,,5\n");
        assertTrue(assertThrows(
                        InputException.class,
                        () -> RegionAnalysis.test(
                                RegionSettings.parse("region_values=[" + none + "]"), OpenImages.NONE, Progress.NONE))
                .getMessage()
                .startsWith("missing: no region of region_values="));
    }

    @Test
    void aFolderHoldsTablesMapsAndRecord() throws IOException {
        RegionResults results = test("permutations=5");
        Path out = folder.resolve("out");
        try (RegionFolder place = RegionFolder.open("output", out)) {
            place.write(results, "<svg/>");
        }
        assertEquals(results.table(), Table.read(out.resolve("regions.tsv")));
        assertEquals(
                TinyStudy.SUBJECTS, Table.read(out.resolve("region_values.tsv")).rows());
        String record = Files.readString(out.resolve("regions.json"));
        assertTrue(record.contains("run(\\\"Region Inference...\\\""), record);
        assertTrue(record.contains("atlas.nii.gz") && record.contains("\"Middle\""), record);
        double[] painted = Volumes.read(out.resolve("contrast-regions-intercept_stat-t_statmap.nii.gz"))
                .values();
        double[] t = results.table().numbers("t");
        for (int v = 0; v < painted.length; v += 11) {
            int label = TinyAtlas.label(v);
            assertEquals(label == 0 ? 0 : t[label - 1], painted[v], 1e-5 * Math.abs(painted[v]));
        }
    }

    @Test
    void whatMakesNoSenseOfRegionsIsRefused() {
        assertTrue(refused("fwhm=4").startsWith("fwhm: found 4.0, expected 0"));
        assertTrue(refused("value=men").startsWith("value: found men, expected one of mean, median"));
        assertTrue(refused("mask=atlas:Bak").endsWith("did you mean Back?"));
        for (String[] pair : new String[][] {
            {"maps=x", "atlas: found nothing"},
            {"maps=x region_values=y", "maps: found x together with region_values=y, expected one or the other"},
            {"maps=x atlas=y only=z", "only: found z without region_values"},
            {"region_values=y mask=atlas:Back atlas=x", "mask: found atlas:Back together with region_values"},
            {"region_values=y value=share", "value: found share together with region_values"},
        })
            assertTrue(
                    assertThrows(InputException.class, () -> RegionSettings.parse(pair[0]))
                            .getMessage()
                            .startsWith(pair[1]),
                    pair[0]);
    }

    private String refused(String options) {
        return assertThrows(InputException.class, () -> test(options)).getMessage();
    }
}
