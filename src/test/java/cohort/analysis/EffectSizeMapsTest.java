package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.TinyTable;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.effect.EffectSizes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code effect_sizes=true} a run writes sizes of effects, held against SciPy's of the same maps. */
class EffectSizeMapsTest {
    @TempDir
    Path folder;

    private Path table, mask;

    /** The first six maps are of one session, the others of the same six people in another. */
    @BeforeEach
    void write() throws IOException {
        table =
                TinyTable.write(folder, new String[] {"age", "group", "person", "session"}, s -> new String[] {
                    "" + (int) TinyCohort.age()[s], TinyCohort.group()[s], "p" + s % 6, s < 6 ? "one" : "two"
                });
        mask = TinyTable.writeMask(folder.resolve("all.nii"));
    }

    private GroupAnalysis load(String options) {
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + table + "] mask=[" + mask
                        + "] permutations=5 output=[" + folder.resolve("results") + "] "
                        + (options.contains("effect_sizes") ? "" : "effect_sizes=true ") + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    /** Every seventh voxel of the mask, as the tables have them. */
    private static double[] some(GroupResults results, Volume map) {
        boolean[] inside = TinyCohort.mask();
        int[] voxels = IntStream.range(0, inside.length).filter(v -> inside[v]).toArray();
        assertEquals(voxels.length, results.mask().size());
        return IntStream.iterate(0, m -> m < voxels.length, m -> m + 7)
                .mapToDouble(m -> map.values()[voxels[m]])
                .toArray();
    }

    private static void assertSizes(String reference, GroupResults results, String... names) {
        ContrastResults tested = results.contrasts().get(0);
        assertEquals(
                new TreeSet<>(Set.of(names)),
                tested.maps().keySet().stream()
                        .filter(EffectSizes.NAMES::contains)
                        .collect(Collectors.toCollection(TreeSet::new)));
        ReferenceTable table = ReferenceTable.read(reference);
        for (String name : names) {
            double[] found = some(results, tested.maps().get(name)),
                    expected = table.numbers(name.replace("Unpooled", ""));
            for (int v = 0; v < found.length; v++)
                assertEquals(expected[v], found[v], 1e-8 * Math.max(1, Math.abs(expected[v])), name + " in " + v);
        }
    }

    private void assertBoth(String reference, String options, String... names) {
        GroupAnalysis analysis = load(options);
        assertSizes(reference, analysis.fit(), names);
        assertSizes(reference, analysis.permute(), names);
    }

    @Test
    void modelAndTestMakeThoseOfSciPy() {
        assertBoth(
                "effects-one-sample.tsv",
                "",
                "d",
                "dLower",
                "dUpper",
                "g",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "sd");
        assertBoth(
                "effects-age.tsv",
                "model=[group + age] contrast=age",
                "r",
                "rLower",
                "rUpper",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "R2",
                "R2Lower",
                "R2Upper",
                "sd");
        assertBoth(
                "effects-group-age-f.tsv",
                "model=[group + age] contrast=[group.b; age]",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "R2",
                "R2Lower",
                "R2Upper",
                "sd");
        assertBoth(
                "effects-group.tsv",
                "model=group contrast=group.b leave_out=sub-11",
                "d",
                "dLower",
                "dUpper",
                "g",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "R2",
                "R2Lower",
                "R2Upper",
                "sd");
    }

    @Test
    void aPairedTestIsOneOfDifferences() {
        assertBoth(
                "effects-paired.tsv",
                "model=[session + C(person)] contrast=session.two",
                "d",
                "dLower",
                "dUpper",
                "g",
                "partialR2",
                "partialR2Lower",
                "partialR2Upper",
                "sd");
    }

    @Test
    void mapsOfASubjectThatAreTestedTogetherHaveNoD() {
        GroupResults results = load("model=[session + C(person)] contrast=session.two error=pooled")
                .fit();
        assertFalse(results.contrasts().get(0).maps().containsKey("d"));
        assertTrue(results.contrasts().get(0).maps().containsKey("r"));
        assertEquals(
                List.of("effect_sizes: session.two has no d and g, since all maps are tested together and"
                        + " several are of the same subject."),
                results.run().remarks().stream()
                        .filter(said -> said.startsWith("effect_sizes"))
                        .toList());
    }

    @Test
    void groupsOfUnequalVarianceAreNotPooled() {
        String options = "model=[0 + group] variance_groups=group leave_out=sub-11 contrast=";
        GroupResults results = load(options + "[group.b - group.a]").permute();
        assertSizes(
                "effects-group-not-pooled.tsv", results, "dUnpooled", "dUnpooledLower", "dUnpooledUpper", "gUnpooled");
        GroupResults mean = load(options + "group.b").permute();
        assertTrue(mean.contrasts().get(0).maps().keySet().stream().noneMatch(EffectSizes.NAMES::contains));
        assertTrue(mean.run().remarks().stream()
                .anyMatch(said -> said.startsWith("effect_sizes: group.b has none, since")));
    }

    @Test
    void withoutTheKeyThereAreNone() {
        GroupAnalysis analysis = load("effect_sizes=false");
        for (GroupResults results : List.of(analysis.fit(), analysis.permute()))
            assertTrue(results.contrasts().get(0).maps().keySet().stream().noneMatch(EffectSizes.NAMES::contains));
    }

    /** What a map is stands in its header, so that nobody takes it for a statistic; r is one. */
    @Test
    void headersTellWhatTheyAre() {
        Path output = folder.resolve("results");
        load("model=[group + age] contrast=age").permute().write(output);
        VolumeFile r = VolumeFile.open(output.resolve("contrast-age_stat-r_statmap.nii.gz"));
        assertEquals("r(9)", Statistics.ofHeader(r.notes()).orElseThrow().spelling());
        VolumeFile share = VolumeFile.open(output.resolve("contrast-age_stat-partialR2_statmap.nii.gz"));
        assertEquals(
                "partialR2", Statistics.ofHeader(share.notes()).orElseThrow().spelling());
        assertFalse(Statistics.ofHeader(share.notes()).orElseThrow().isSigned());
        assertTrue(Statistics.ofHeader(share.notes()).orElseThrow().withoutP().isPresent());
        assertTrue(Statistics.named("g").isEmpty(), "the name of any map");
    }

    /** In either order the folder holds one set of sizes, which belong to both runs. */
    @Test
    void bothRunsKeepTheirSizesInOneFolder() {
        Path output = folder.resolve("results");
        GroupAnalysis analysis = load("");
        for (boolean modelFirst : new boolean[] {true, false}) {
            for (boolean model : new boolean[] {modelFirst, !modelFirst})
                (model ? analysis.fit() : analysis.permute()).write(output);
            GroupResults read = GroupResults.read(output);
            assertEquals(List.of(), read.notes());
            assertTrue(read.run().isPermutation());
            ContrastResults tested = read.contrasts().get(0);
            assertTrue(
                    tested.maps().keySet().containsAll(List.of("d", "dLower", "dUpper", "g", "partialR2", "sd", "z")));
            double[] d = analysis.fit().contrasts().get(0).maps().get("d").values();
            for (int v = 0; v < d.length; v++) d[v] = (float) d[v];
            assertArrayEquals(d, tested.maps().get("d").values());
        }
    }

    /** The model's sizes stand by a test that was not asked for them, unless they are of another question. */
    @Test
    void aTestTakesTheSizesOfItsModel() {
        Path output = folder.resolve("results");
        load("").fit().write(output);
        load("effect_sizes=false").permute().write(output);
        assertTrue(GroupResults.read(output).contrasts().get(0).maps().containsKey("d"));
        Path other = folder.resolve("other");
        String groups = "model=[0 + group] contrast=[group.b - group.a] ";
        load(groups).fit().write(other);
        load(groups + "variance_groups=group").permute().write(other);
        Set<String> maps = GroupResults.read(other).contrasts().get(0).maps().keySet();
        assertTrue(maps.contains("dUnpooled") && !maps.contains("d") && !maps.contains("R2"), maps + "");
    }
}
