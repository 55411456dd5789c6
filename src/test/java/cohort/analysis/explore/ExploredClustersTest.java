package cohort.analysis.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.text.KeysJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exploring is held against runs that form clusters at each of the thresholds. */
class ExploredClustersTest {
    /** NIfTI's code. */
    private static final int MNI = 4;

    @TempDir
    Path folder;

    private GroupAnalysis load(String more) throws IOException {
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + TinyStudy.in(folder).table()
                        + "] model=[1 + age] contrast=[age | intercept] tail=both shuffle=permutations " + more),
                OpenImages.NONE,
                Progress.NONE);
    }

    /** At the run's own threshold and at others: maps, maxima and p of a run that was asked for them. */
    @Test
    void atAThresholdIsTheRunThatFormsClustersThere() throws IOException {
        try (GroupAnalysis own = load("permutations=200 cluster_p=0.17 tfce=true uncorrected=true")) {
            List<ExploredClusters> explored = own.explore(200, Progress.NONE);
            assertEquals(22, explored.get(0).levels().size());
            for (double p : new double[] {0.17, 0.05, 0.01})
                try (GroupAnalysis run = load("permutations=200 cluster_p=" + p)) {
                    var contrasts = run.permute().contrasts();
                    for (int c = 0; c < 2; c++) same(contrasts.get(c).tests().get(1), explored.get(c), p);
                }
        }
    }

    private static void same(CorrectedMap expected, ExploredClusters explored, double p) {
        int at = explored.levels().stream()
                .map(ExploredClusters.Level::p)
                .toList()
                .indexOf(p);
        CorrectedMap found = explored.at(at);
        assertEquals("size", expected.name());
        assertArrayEquals(expected.map(), found.map());
        assertArrayEquals(expected.nulls().maxima(), found.nulls().maxima());
        assertArrayEquals(expected.logP(), found.logP());
    }

    /** Whoever looked at all thresholds has no voxel with a smaller p than at its best one, and some voxel pays. */
    @Test
    void lookingAtAllCostsEvidence() throws IOException {
        try (GroupAnalysis analysis = load("permutations=200")) {
            ExploredClusters explored = analysis.explore(200, Progress.NONE).get(0);
            double[] all = explored.logPOverLevels();
            boolean paid = false;
            for (int v = 0; v < all.length; v++) {
                double best = 0;
                for (int k = 0; k < explored.levels().size(); k++)
                    best = Math.max(best, explored.at(k).logP()[v]);
                assertTrue(all[v] <= best + 1e-12);
                paid |= all[v] < best - 1e-6;
            }
            assertTrue(paid);
        }
    }

    @Test
    void thresholdsAreTheGridAndThatOfTheRun() {
        assertEquals(21, ExploredClusters.formingP(0).size());
        assertEquals(21, ExploredClusters.formingP(0.001).size());
        List<Double> more = ExploredClusters.formingP(0.2);
        assertEquals(22, more.size());
        assertEquals(0.2, more.get(0));
        assertEquals(0.0001, more.get(21));
    }

    @Test
    void writesTheMapAndHowItWasMade() throws IOException {
        try (GroupAnalysis analysis = load("permutations=200")) {
            ExploredClusters explored = analysis.explore(200, Progress.NONE).get(0);
            Mask mask = analysis.mask().mask();
            Path file = ExplorationFiles.write(
                    folder.resolve("explored"), "age", explored, mask, MNI, "permutations", "run('x');");
            assertEquals(MNI, VolumeFile.open(file).notes().space());
            double[] expected = explored.logPOverLevels();
            Volume found = Volumes.read(file);
            for (int v = 0; v < expected.length; v++)
                assertEquals((float) expected[v], found.values()[mask.gridIndex(v)], 0);
            Map<String, String> record = KeysJson.read(
                    Files.readString(file.resolveSibling("contrast-age_stat-logpMaxSizeAllThresholds_statmap.json")));
            assertEquals("200", record.get("permutations"));
            assertEquals(21, record.get("cluster_p").split(" ").length);
            assertTrue(
                    record.get("sentence").contains("all of the thresholds by the least p of each of 200 permutations"),
                    record.get("sentence"));
        }
    }

    @Test
    void refusesAStatisticWithoutP() throws IOException {
        try (GroupAnalysis analysis = load("permutations=20 variance_smoothing=4")) {
            assertThrows(InputException.class, () -> analysis.explore(20, Progress.NONE));
        }
    }
}
