package cohort.subjects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import cohort.mask.GroupMaps;
import cohort.mask.GroupMask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.subjects.found.Cohorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps on different grids become maps on one, or are refused by name. */
class CommonGridTest {
    private static final Grid COARSE = new Grid(8, 9, 6, 4.7, 0, 0, -19.4, 0, 5.3, 0, -23.1, 0, 0, 6.1, -21.9);
    private static final Volume FIRST = TinyCohort.volumes()[0], SECOND = TinyCohort.volumes()[1];

    @TempDir
    Path folder;

    private Cohort cohort(Volume... maps) {
        for (int s = 0; s < maps.length; s++) Volumes.write(maps[s], folder.resolve("sub-" + (s + 1) + ".nii"), "");
        return Cohorts.read(folder.toString());
    }

    private static CommonGrid by(String interpolation, Optional<Grid> grid, double outside) {
        return new CommonGrid(grid, Optional.of(Interpolation.named(interpolation)), outside);
    }

    private static Volume onCoarse(Volume map) {
        return Resampling.resample(map, COARSE, Interpolation.named("linear"), Double.NaN);
    }

    @Test
    void othersAreRefusedByName() {
        Cohort cohort = cohort(FIRST, onCoarse(SECOND));
        String message = assertThrows(
                        InputException.class, () -> GroupMaps.read(cohort, CommonGrid.REQUIRED, Progress.NONE))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "maps: sub-2 is on a different grid from sub-1, found 8 x 9 x 6 voxels instead of 14 x 16"
                                + " x 13, voxels of 4.7 x 5.3 x 6.1 mm instead of 3 x 2.5 x 4 mm, axes that run RAS instead of"
                                + " LAS; give resample="),
                message);
    }

    @Test
    void othersComeToTheGridOfTheFirst() {
        Volume other = onCoarse(SECOND);
        List<String> said = new ArrayList<>();
        Maps maps = GroupMaps.read(cohort(FIRST, other), by("cubic", Optional.empty(), 0), new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        assertEquals(List.of("1 of 2 maps were brought to the grid of " + maps.grid() + "."), said);
        assertTrue(maps.grid().sameSpace(FIRST.grid()));
        assertArrayEquals(FIRST.values(), maps.volume(0).values());
        double[] expected = Resampling.resample(other, FIRST.grid(), Interpolation.named("cubic"), 0.0)
                .values();
        assertArrayEquals(expected, maps.volume(1).values(), 1e-4);
    }

    @Test
    void allComeToAGivenGrid() {
        Maps maps = GroupMaps.read(cohort(FIRST, SECOND), by("linear", Optional.of(COARSE), Double.NaN), Progress.NONE);
        assertEquals(COARSE, maps.grid());
        assertArrayEquals(onCoarse(SECOND).values(), maps.volume(1).values(), 1e-5);
    }

    @Test
    void theSameVoxelsInAnotherOrderNeedNoResampling() {
        Grid grid = FIRST.grid();
        double[] values = SECOND.values(), turned = new double[values.length];
        for (int v = 0; v < values.length; v++) turned[v - v % 14 + 13 - v % 14] = values[v];
        Volume right = Volume.of(new Grid(14, 16, 13, 3, 0, 0, -19.5, 0, 2.5, 0, -18.75, 0, 0, 4, -24), turned);
        Maps maps = GroupMaps.read(cohort(FIRST, right), CommonGrid.REQUIRED, Progress.NONE);
        assertTrue(maps.volume(1).grid().sameSpace(grid));
        assertArrayEquals(values, maps.volume(1).values());
    }

    @Test
    void voxelsThatAMapDoesNotReachAreMissing() {
        Grid low = new Grid(14, 16, 9, -3, 0, 0, 19.5, 0, 2.5, 0, -18.75, 0, 0, 4, -24);
        Volume lower = Volume.of(low, Arrays.copyOf(SECOND.values(), low.voxels()));
        Cohort cohort = cohort(FIRST, lower);
        Volume brain = Volume.of(FIRST.grid(), new double[FIRST.grid().voxels()]);
        boolean[] inside = TinyCohort.mask();
        double[] mask = new double[inside.length];
        int reached = 0;
        for (int v = 0; v < mask.length; v++) {
            mask[v] = inside[v] ? 1 : 0;
            if (inside[v] && v < low.voxels()) reached++;
        }
        Maps maps = GroupMaps.read(cohort, by("linear", Optional.empty(), Double.NaN), Progress.NONE);
        GroupMask found = Masks.fromImage(maps, Volume.of(brain.grid(), mask), MissingPolicy.EXCLUDE);
        assertEquals(reached, found.mask().size());
    }

    @Test
    void aMaskComesAlongByItsNearestVoxels() {
        Volume mask = Volume.of(COARSE, new float[COARSE.voxels()]);
        assertEquals(mask, CommonGrid.REQUIRED.mask(mask, FIRST.grid()));
        float[] ones = new float[COARSE.voxels()];
        Arrays.fill(ones, 1);
        double[] moved = by("cubic", Optional.empty(), Double.NaN)
                .mask(Volume.of(COARSE, ones), FIRST.grid())
                .values();
        for (double value : moved) assertTrue(value == 0 || value == 1);
    }

    @Test
    void mapsAtHandNeedNoFile() {
        Cohort cohort = Cohorts.ofVolumes("two", Map.of("two", List.of(FIRST, SECOND)));
        assertEquals(List.of("two_1", "two_2"), cohort.ids());
        Maps maps = GroupMaps.read(cohort, CommonGrid.REQUIRED, Progress.NONE);
        assertArrayEquals(SECOND.values(), maps.volume(1).values());
        assertThrows(InputException.class, () -> Cohorts.ofVolumes("one", Map.of("one", List.of(FIRST))));
    }
}
