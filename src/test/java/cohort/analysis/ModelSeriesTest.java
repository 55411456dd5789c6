package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.TinyTable;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ModelSeries;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residuals and predictions, held against those of nilearn's {@code SecondLevelModel(minimize_memory=False)}. */
class ModelSeriesTest {
    @TempDir
    Path folder;

    private Volume[] maps;
    private Path table, mask;

    @BeforeEach
    void write() throws IOException {
        maps = TinyCohort.volumes();
        table = TinyTable.write(folder, new String[] {"age", "group"}, s ->
                new String[] {"" + TinyCohort.age()[s], TinyCohort.group()[s]});
        mask = TinyTable.writeMask(folder.resolve("mask.nii"));
    }

    private GroupAnalysis load(String options) {
        return GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + table + "] mask=[" + mask
                        + "] model=[group + age] contrast=age permutations=5 " + options),
                OpenImages.NONE,
                Progress.NONE);
    }

    @Test
    void theyAreThoseOfNilearn() {
        GroupResults results = load("residuals=true predictions=true").fit();
        ReferenceTable reference = ReferenceTable.read("glm-series.tsv");
        int[] voxels = reference.integers("voxel");
        assertSame(reference, voxels, "residual", results, ModelSeries.RESIDUALS);
        assertSame(reference, voxels, "predicted", results, ModelSeries.PREDICTIONS);
    }

    private static void assertSame(
            ReferenceTable reference, int[] voxels, String name, GroupResults results, ModelSeries series) {
        List<Volume> volumes = results.values().of(series).orElseThrow();
        assertEquals(TinyCohort.SUBJECTS, volumes.size());
        for (int s = 0; s < volumes.size(); s++) {
            double[] expected = reference.numbers(name + s),
                    found = volumes.get(s).values();
            for (int v = 0; v < voxels.length; v++)
                assertEquals(expected[v], found[voxels[v]], 1e-10, name + " of " + s + " in " + voxels[v]);
        }
    }

    /** A map is what is predicted and what is left of it, in the files of either run and in the order of the table. */
    @Test
    void theFilesAddUpToTheMaps() {
        GroupAnalysis analysis = load("residuals=true predictions=true");
        for (GroupResults results : List.of(analysis.fit(), analysis.permute())) {
            Path output = folder.resolve("results");
            results.write(output);
            List<Volume>
                    left = VolumeFile.open(output.resolve("residuals.nii.gz")).readAll(),
                    predicted =
                            VolumeFile.open(output.resolve("predictions.nii.gz"))
                                    .readAll();
            boolean[] inside = TinyCohort.mask();
            for (int s = 0; s < maps.length; s++) {
                double[] map = maps[s].values(),
                        residual = left.get(s).values(),
                        prediction = predicted.get(s).values();
                for (int v = 0; v < map.length; v++)
                    assertEquals(inside[v] ? map[v] : 0, residual[v] + prediction[v], 1e-5);
            }
        }
    }

    /** In any order, too. */
    @Test
    void anyMapMayBeAskedFor() {
        GroupResults results = load("residuals=true").fit();
        List<Volume> volumes = results.values().of(ModelSeries.RESIDUALS).orElseThrow();
        double[] last = volumes.get(volumes.size() - 1).values(),
                first = volumes.get(0).values();
        assertTrue(last[510] != first[510]);
        assertEquals(first[510], ReferenceTable.read("glm-series.tsv").numbers("residual0")[0], 1e-10);
        assertEquals(last[510], ReferenceTable.read("glm-series.tsv").numbers("residual11")[0], 1e-10);
    }

    @Test
    void theyAreRefusedWhereVoxelsHaveDifferentSubjects() {
        InputException refused = assertThrows(InputException.class, () -> load("residuals=true missing=available"));
        assertEquals(
                "residuals: found true together with missing=available, expected one or the other, since the"
                        + " subjects in the model then differ from voxel to voxel.",
                refused.getMessage());
    }

    @Test
    void withoutTheKeysThereAreNone() {
        GroupResults results = load("").fit();
        Path output = folder.resolve("results");
        results.write(output);
        for (ModelSeries series : ModelSeries.values()) {
            assertEquals(Optional.empty(), results.values().of(series));
            assertFalse(Files.exists(output.resolve(series.file())));
        }
    }
}
