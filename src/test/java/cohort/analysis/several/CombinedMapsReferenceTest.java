package cohort.analysis.several;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.permute.CorrectedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every labelling of small studies of several maps against src/test/reference/combined_maps.py. */
class CombinedMapsReferenceTest {
    private static final boolean[] INSIDE = TinyCohort.mask();
    private static final int INSIDE_COUNT =
            (int) IntStream.range(0, INSIDE.length).filter(v -> INSIDE[v]).count();

    @TempDir
    Path folder;

    private Path mask;

    @BeforeEach
    void writeMask() {
        double[] inside = new double[INSIDE.length];
        for (int v = 0; v < inside.length; v++) inside[v] = INSIDE[v] ? 1 : 0;
        mask = folder.resolve("all.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), inside), mask, "");
    }

    private static double[] kind(int kind, int subject) {
        double[][] maps = TinyCohort.maps();
        return IntStream.range(0, INSIDE.length)
                .mapToDouble(v -> switch (kind) {
                    case 0 -> maps[subject][v];
                    case 1 -> (maps[subject][v] + maps[(subject + 3) % 12][v]) / 8192;
                    default -> -maps[(subject + 5) % 12][v];
                })
                .toArray();
    }

    private Path table(int kinds, int subjects) throws IOException {
        StringBuilder text = new StringBuilder("participant_id\tage\tgroup");
        for (int k = 0; k < kinds; k++) text.append("\tmap_").append(k);
        for (int s = 0; s < subjects; s++) {
            text.append("\nsub-").append(s).append('\t').append((int) TinyCohort.age()[s]);
            text.append('\t').append(TinyCohort.group()[s]);
            for (int k = 0; k < kinds; k++) {
                String name = "sub-" + s + "_kind-" + k + ".nii";
                Volumes.write(Volume.of(TinyCohort.grid(), kind(k, s)), folder.resolve(name), "");
                text.append('\t').append(name);
            }
        }
        return Files.writeString(folder.resolve("maps.tsv"), text + "\n");
    }

    private GroupResults permute(int kinds, int subjects, String options) throws IOException {
        String columns = String.join(
                ",", IntStream.range(0, kinds).mapToObj(k -> "map_" + k).toList());
        PermutationSettings settings = PermutationSettings.parse("maps=[" + table(kinds, subjects) + "] mask=[" + mask
                + "] map_columns=" + columns + " permutations=2000 " + options);
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            assertEquals(INSIDE_COUNT, analysis.mask().mask().size());
            return analysis.permute();
        }
    }

    private static Map<String, Double> expected(String name, String test) {
        ReferenceTable table = ReferenceTable.read("combined-maps.tsv");
        String[] cases = table.text("case"), tests = table.text("test"), what = table.text("what");
        double[] values = table.numbers("value");
        Map<String, Double> expected = new HashMap<>();
        for (int r = 0; r < cases.length; r++)
            if (cases[r].equals(name) && tests[r].equals(test)) expected.put(what[r], values[r]);
        return expected;
    }

    /** @param observed the maximum of the unshuffled labelling */
    private static void assertTest(String name, String test, CorrectedMap found, double observed) {
        Map<String, Double> expected = expected(name, test);
        double[] nulls = Arrays.copyOf(found.nulls().maxima(), found.nulls().size() + 1);
        nulls[nulls.length - 1] = observed;
        Arrays.sort(nulls);
        int compared = 0;
        for (Map.Entry<String, Double> one : expected.entrySet()) {
            int number = Integer.parseInt(one.getKey().replaceFirst("\\D+", ""));
            double value = one.getKey().startsWith("null")
                    ? nulls[number]
                    : one.getKey().startsWith("map") ? found.map()[number] : Math.pow(10, -found.logP()[number]);
            assertEquals(
                    one.getValue(), value, 1e-8 * Math.max(1, Math.abs(one.getValue())), name + " " + test + " " + one);
            compared++;
        }
        assertTrue(compared > 100, name + " " + test + ": " + compared);
    }

    private static ContrastResults of(GroupResults results, String contrast) {
        return results.contrasts().stream()
                .filter(tested -> tested.contrast().name().equals(contrast))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "flips-2-positive, 2, 8, positive, model=1, Intercept",
        "flips-2-negative, 2, 8, negative, model=1, Intercept",
        "flips-2-both, 2, 8, both, model=1, Intercept",
        "flips-3-both, 3, 7, both, model=1, Intercept",
        "permutations-2-both, 2, 6, both, model=[group + age] contrast=age, Age"
    })
    void allLabellings(String name, int kinds, int subjects, String tail, String model, String contrast)
            throws IOException {
        for (String npc : List.of("tippett", "fisher", "stouffer")) {
            GroupResults results =
                    permute(kinds, subjects, model + " tail=" + tail + " cluster_p=0.05 conjunction=true npc=" + npc);
            assertEquals(kinds + 2, results.contrasts().size());
            assertTrue(results.run().shuffled().exhaustive());
            CorrectedMap combined = of(results, npc + contrast).tests().get(0);
            assertTest(name, npc, combined, combined.observed());
            for (String clusters : List.of("size", "mass")) {
                CorrectedMap ofClusters =
                        of(results, npc + contrast).test(clusters).orElseThrow();
                assertTest(name, npc + " " + clusters, ofClusters, ofClusters.observed());
            }
            double greatest = results.contrasts().subList(0, kinds).stream()
                    .mapToDouble(map -> map.tests().get(0).observed())
                    .max()
                    .orElseThrow();
            assertTest(name, "min", of(results, "min" + contrast).tests().get(0), greatest);
            for (int k = 0; k < kinds; k++) {
                double[] joint = of(results, "map" + k + contrast)
                        .tests()
                        .get(0)
                        .jointLogP()
                        .orElseThrow();
                expected(name, "joint" + k)
                        .forEach((voxel, p) ->
                                assertEquals(p, Math.pow(10, -joint[Integer.parseInt(voxel.substring(1))]), 1e-9));
            }
        }
    }

    /** PALM writes four decimals; Tippett's statistic is there the least p itself. */
    @ParameterizedTest
    @CsvSource({"positive", "negative"})
    void palmSaysTheSame(String tail) throws IOException {
        ReferenceTable palm = ReferenceTable.read("combined-maps-palm.tsv");
        String[] cases = palm.text("case"), tests = palm.text("test"), what = palm.text("what");
        double[] values = palm.numbers("value");
        int compared = 0;
        for (String npc : List.of("tippett", "fisher", "stouffer")) {
            GroupResults results = permute(2, 8, "model=1 cluster_p=0 tail=" + tail + " npc=" + npc);
            CorrectedMap combined = of(results, npc + "Intercept").tests().get(0);
            for (int r = 0; r < cases.length; r++) {
                if (!cases[r].equals("flips-2-" + tail)) continue;
                int voxel = Integer.parseInt(what[r].replaceFirst("\\D+", ""));
                double found;
                if (tests[r].equals(npc) && what[r].startsWith("map"))
                    found = npc.equals("tippett") ? Math.pow(10, -combined.map()[voxel]) : combined.map()[voxel];
                else if (tests[r].equals(npc)) found = Math.pow(10, -combined.logP()[voxel]);
                else if (tests[r].startsWith("joint"))
                    found = Math.pow(
                            10,
                            -of(results, tests[r].replace("joint", "map") + "Intercept")
                                    .tests()
                                    .get(0)
                                    .jointLogP()
                                    .orElseThrow()[voxel]);
                else continue;
                assertEquals(values[r], found, 5.001e-5, tests[r] + " " + what[r]);
                compared++;
            }
        }
        assertTrue(compared > 1000, "compared " + compared);
    }

    /** What a run of one map says of it, a run of several says, too. */
    @Test
    void eachMapIsTestedAsByItself() throws IOException {
        GroupResults several = permute(2, 8, "cluster_p=0 npc=fisher tail=both tfce=true uncorrected=true");
        for (int k = 0; k < 2; k++) {
            int kind = k;
            Path alone = folder.resolve("alone.tsv");
            Files.writeString(
                    alone, Files.readString(folder.resolve("maps.tsv")).replace("map_" + kind, "map"));
            PermutationSettings settings = PermutationSettings.parse("maps=[" + alone + "] mask=[" + mask
                    + "] cluster_p=0 permutations=2000 tail=both tfce=true uncorrected=true");
            try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
                ContrastResults expected = analysis.permute().contrasts().get(0),
                        found = several.contrasts().get(k);
                assertEquals(2, found.tests().size());
                for (int s = 0; s < 2; s++) {
                    assertTrue(Arrays.equals(
                            expected.tests().get(s).map(), found.tests().get(s).map()));
                    assertTrue(Arrays.equals(
                            expected.tests().get(s).logP(), found.tests().get(s).logP()));
                    assertTrue(Arrays.equals(
                            expected.tests().get(s).nulls().maxima(),
                            found.tests().get(s).nulls().maxima()));
                }
            }
        }
    }
}
