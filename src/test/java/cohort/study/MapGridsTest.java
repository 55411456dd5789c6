package cohort.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.found.Cohorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapGridsTest {
    @TempDir
    Path folder;

    private Cohort cohort;

    private void write(String name, Grid grid) {
        double[] values = new double[grid.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = v % 7 + name.hashCode();
        Volumes.write(Volume.of(grid, values), folder.resolve(name), "");
    }

    /** The second has its voxels from left to right, in the same places. */
    @BeforeEach
    void write() throws Exception {
        write("a.nii", new Grid(4, 5, 6, -3, 0, 0, 9, 0, 3, 0, 0, 0, 0, 3, 0));
        write("b.nii", new Grid(4, 5, 6, 3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3, 0));
        write("c.nii", new Grid(4, 5, 7, -2.5, 0, 0, 9, 0, 2.5, 0, 0, 0, 0, 2.5, 0));
        write("d.nii", new Grid(4, 5, 6, -3, 0, 0, 9, 0, 3, 0, 0, 0, 0, 3, 0));
        Files.writeString(folder.resolve("maps.tsv"), "participant_id\tmap\na\ta.nii\nb\tb.nii\nc\tc.nii\nd\td.nii\n");
        cohort = Cohorts.read(folder.resolve("maps.tsv").toString());
    }

    @Test
    void saysWhatIsDifferentInOneSentence() {
        MapGrids grids = MapGrids.of(cohort);
        assertEquals("4 x 5 x 6, 3 x 3 x 3 mm", grids.words(1));
        assertEquals("4 x 5 x 7, 2.5 x 2.5 x 2.5 mm", grids.words(2));
        assertEquals(
                Optional.of("1 of 4 maps is on a different grid from that of a: c has 4 x 5 x 7 voxels instead of 4"
                        + " x 5 x 6,"
                        + " voxels of 2.5 x 2.5 x 2.5 mm instead of 3 x 3 x 3 mm."),
                grids.difference());
        assertEquals(Optional.empty(), grids.of(List.of("a", "b", "d")).difference());
        assertEquals(
                Optional.of("2 of 3 maps are on a different grid from that of c: a has 4 x 5 x 6 voxels instead of"
                        + " 4 x 5 x 7,"
                        + " voxels of 3 x 3 x 3 mm instead of 2.5 x 2.5 x 2.5 mm."),
                grids.of(List.of("c", "a", "b")).difference());
    }

    @Test
    void aHeaderThatCannotBeReadIsTold() throws Exception {
        Files.write(folder.resolve("d.nii"), new byte[10]);
        assertEquals("cannot be read", MapGrids.of(cohort).words(3));
    }
}
