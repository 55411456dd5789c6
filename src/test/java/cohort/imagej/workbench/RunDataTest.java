package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.imagej.workbench.WorkbenchModel.Finished;
import cohort.imagej.workbench.WorkbenchModel.Live;
import cohort.matrix.VoxelMatrix;
import cohort.study.Study;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDataTest {
    @TempDir
    Path folder;

    private final WorkbenchModel model = new WorkbenchModel(OpenImages.NONE);
    private Path maps;

    @BeforeEach
    void write() throws Exception {
        maps = TinyFiles.write(folder);
    }

    /** Its data stand in a file, which is gone once they are closed. */
    private Finished run(String seed) {
        Study study = Study.EMPTY.with(Map.of(
                "maps", maps.toString(), "mask", "background", "memory", "disk", "permutations", "5", "seed", seed));
        GroupAnalysis analysis = GroupAnalysis.load(study.settings(), OpenImages.NONE, Progress.NONE);
        return new Finished(
                study, analysis.permute(), List.of(), Optional.of(new Live(new RunData(analysis), analysis.test())));
    }

    private static double[] values(GroupAnalysis analysis) {
        VoxelMatrix data = VoxelMatrix.of(analysis.data());
        double[][] rows = new double[data.maps()][data.voxels()];
        data.read(0, data.voxels(), rows);
        return rows[0];
    }

    private static RunData data(Finished run) {
        return run.live().orElseThrow().data();
    }

    private void finish(Finished run) throws Exception {
        EventQueue.invokeAndWait(() -> model.finish(run.of(), run));
    }

    @Test
    void whoeverIsAtWorkOnThemEndsBeforeTheyAreClosed() throws Exception {
        Finished first = run("1"), second = run("2");
        finish(first);
        double[] before = data(first).use(RunDataTest::values);
        double[] meanwhile = data(first).use(analysis -> {
            try {
                finish(second);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return values(analysis);
        });
        assertArrayEquals(before, meanwhile);
        assertThrows(InputException.class, () -> data(first).use(RunDataTest::values));
        assertArrayEquals(before, data(second).use(RunDataTest::values));
    }

    /** A run that goes on has the data of the one before. */
    @Test
    void theSameDataStay() throws Exception {
        Finished first = run("1");
        finish(first);
        finish(new Finished(first.of().with("permutations", "9"), first.results(), List.of(), first.live()));
        double[] values = data(first).use(RunDataTest::values);
        assertEquals(first.results().mask().size(), values.length);
    }

    @Test
    void aClosedWindowHoldsNothing() throws Exception {
        Finished first = run("1"), second = run("2");
        finish(first);
        EventQueue.invokeAndWait(model::close);
        finish(second);
        assertThrows(InputException.class, () -> data(first).use(RunDataTest::values));
        assertThrows(InputException.class, () -> data(second).use(RunDataTest::values));
    }
}
