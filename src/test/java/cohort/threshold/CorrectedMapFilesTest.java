package cohort.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.folder.RunFolder;
import cohort.folder.Sealed;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.statistic.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectedMapFilesTest {
    private static final Grid GRID = Grid.ofVoxelSize(3, 2, 2, 4, 4, 4);

    @TempDir
    Path folder;

    @Test
    void everyRowHasThePOfItsVoxel() {
        write("age", "logpMaxTfce", 0.5);
        write("age", "logpMaxT", 0.001);
        write("age", "logpMaxSize", 0.02);
        write("sex", "logpMaxT", 0.9);
        write("age", "z", 1);
        Volume map = Volume.of(GRID, new double[] {5, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Table table = ClusterTables.toTable(
                ClusterTables.find(
                        map.voxels(),
                        Mask.of(GRID, map.voxels()),
                        Statistics.UNKNOWN,
                        2.0,
                        new TableOptions(Tail.BOTH, ClusterExtent.NONE, 5, 6)),
                CorrectedMapFiles.read(folder, Optional.of("age"), GRID, Optional.empty()));
        assertEquals(List.of("p peak", "p size", "p TFCE"), table.columns().subList(10, 13));
        assertEquals(List.of("1", "1a"), table.column("Cluster ID"));
        // Each voxel's p is the first one's divided by its number from 1: the peaks are voxels 0 and 2.
        assertEquals(List.of("0.001", "0.00033333"), table.column("p peak"));
        assertEquals(List.of("0.02", "0.0066667"), table.column("p size"));
        assertEquals(List.of("0.5", "0.16667"), table.column("p TFCE"));
    }

    @Test
    void statisticsOfVoxelsArePeaksAndJointPSaysSo() {
        for (String name : List.of("logpMaxZGAllContrasts", "logpMaxMassAllContrasts", "logpMaxMass", "logpMaxPseudoT"))
            write("site", name, 0.01);
        assertEquals(
                List.of("p peak", "p peak (all contrasts)", "p mass", "p mass (all contrasts)"),
                CorrectedMapFiles.read(folder, Optional.empty(), GRID, Optional.empty()).stream()
                        .map(CorrectedP::column)
                        .toList());
    }

    @Test
    void theContrastMustBeKnownIfThereAreSeveral() {
        write("age", "logpMaxT", 0.001);
        assertEquals(
                1,
                CorrectedMapFiles.read(folder, Optional.empty(), GRID, Optional.empty())
                        .size());
        write("sex", "logpMaxT", 0.9);
        assertEquals(
                folder
                        + " holds the contrasts age, sex, expected one; give the map of one contrast under its"
                        + " name there.",
                assertThrows(
                                InputException.class,
                                () -> CorrectedMapFiles.read(folder, Optional.empty(), GRID, Optional.empty()))
                        .getMessage());
        assertEquals(
                0,
                CorrectedMapFiles.read(folder, Optional.of("iq"), GRID, Optional.empty())
                        .size());
    }

    @Test
    void mapsOfAnotherGridAreRefused() {
        write("age", "logpMaxT", 0.001);
        Grid other = Grid.ofVoxelSize(3, 2, 2, 4, 4, 5);
        assertThrows(
                InputException.class,
                () -> CorrectedMapFiles.read(folder, Optional.of("age"), other, Optional.empty()));
        assertThrows(
                InputException.class,
                () -> CorrectedMapFiles.read(folder.resolve("none"), Optional.of("age"), GRID, Optional.empty()));
    }

    @Test
    void whatNoRecordListsIsNotRead() throws IOException {
        write("age", "logpMaxTAllContrasts", 0.204);
        Files.delete(folder.resolve("run.json"));
        assertEquals(List.of(), CorrectedMapFiles.read(folder, Optional.of("age"), GRID, Optional.empty()));
        Files.delete(folder.resolve("contrast-age_stat-logpMaxTAllContrasts_statmap.nii.gz"));
        write("age", "logpMaxT", 0.001);
        Files.copy(
                folder.resolve("contrast-age_stat-logpMaxT_statmap.nii.gz"),
                folder.resolve("contrast-age_stat-logpMaxTAllContrasts_statmap.nii.gz"));
        assertEquals(
                List.of("p peak"),
                CorrectedMapFiles.read(folder, Optional.of("age"), GRID, Optional.empty()).stream()
                        .map(CorrectedP::column)
                        .toList());
    }

    @Test
    void aFalsifiedMapIsRefused() throws IOException {
        write("age", "logpMaxT", 0.001);
        Path map = folder.resolve("contrast-age_stat-logpMaxT_statmap.nii.gz");
        Volumes.write(Volume.of(GRID, new double[GRID.voxels()]), map, "");
        String message = assertThrows(
                        InputException.class,
                        () -> CorrectedMapFiles.read(folder, Optional.of("age"), GRID, Optional.empty()))
                .getMessage();
        assertTrue(
                message.startsWith("results: " + map.getFileName() + " in " + folder
                        + " is not as the run left it, found " + Files.size(map) + " bytes with the SHA-256 "),
                message);
        assertTrue(message.endsWith(" as in run.json; put it back, or run the analysis again."), message);
    }

    private void write(String contrast, String statistic, double p) {
        double[] logP = new double[GRID.voxels()];
        for (int v = 0; v < logP.length; v++) logP[v] = -Math.log10(p / (v + 1));
        Volumes.write(
                Volume.of(GRID, logP),
                folder.resolve("contrast-" + contrast + "_stat-" + statistic + "_statmap.nii.gz"),
                "");
        Sealed.seal(folder, RunFolder.RUN);
    }
}
