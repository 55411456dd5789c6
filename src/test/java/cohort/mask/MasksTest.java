package cohort.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    private static Maps maps(double[][] values) {
        return new Maps(
                IntStream.rangeClosed(1, values.length)
                        .mapToObj(s -> "sub-" + s)
                        .toList(),
                IntStream.range(0, values.length)
                        .mapToObj(s -> Volume.of(TinyCohort.grid(), values[s]))
                        .toList());
    }

    private static int[] voxels(Mask mask) {
        return IntStream.range(0, mask.size()).map(mask::gridIndex).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "auto, mask-background.tsv",
        "background, mask-background.tsv",
        "intersection, mask-intersection.tsv",
        "multi-background, mask-multi-background.tsv"
    })
    void agreesWithNilearnVoxelForVoxel(String strategy, String reference) {
        Mask mask = Masks.fromMaps(maps(TinyCohort.maps()), strategy, MissingPolicy.ZERO)
                .mask();
        assertArrayEquals(ReferenceTable.read(reference).integers("voxel"), voxels(mask));
    }

    @Test
    void agreesWithNilearnOnBrightMaps() {
        double[][] bright = TinyCohort.maps(); // the rule looks for the bright part of an image
        for (double[] map : bright) for (int v = 0; v < map.length; v++) if (map[v] != 0) map[v] += 64;
        Mask mask = Masks.fromMaps(maps(bright), "epi", MissingPolicy.ZERO).mask();
        assertArrayEquals(ReferenceTable.read("mask-epi.tsv").integers("voxel"), voxels(mask));
    }

    @Test
    void leavesOutVoxelsThatAreNotFiniteInSomeSubject() {
        double[][] values = TinyCohort.maps();
        Mask whole = Masks.fromMaps(maps(values), "auto", MissingPolicy.EXCLUDE).mask();
        values[3][whole.gridIndex(10)] = Double.NaN;
        values[7][whole.gridIndex(20)] = Double.POSITIVE_INFINITY;
        GroupMask mask = Masks.fromMaps(maps(values), "auto", MissingPolicy.EXCLUDE);
        assertEquals(whole.size() - 2, mask.mask().size());
        assertEquals(2, mask.missing());
        GroupMask kept = Masks.fromMaps(maps(values), "auto", MissingPolicy.ZERO);
        assertEquals(whole.size(), kept.mask().size());
        assertEquals(0, kept.missing());
    }

    @Test
    void takesNaNAsTheBackgroundWhereTheBorderShowsIt() {
        double[][] values = TinyCohort.maps();
        boolean[] inside = TinyCohort.mask();
        for (int v = 0; v < inside.length; v++) if (!inside[v]) values[4][v] = Double.NaN;
        Mask mask = Masks.fromMaps(maps(values), "auto", MissingPolicy.ZERO).mask();
        assertArrayEquals(Mask.of(TinyCohort.grid(), inside).inside(), mask.inside());
    }

    @Test
    void leavesOutVoxelsOfAMaskImageThatAreZeroInAllSubjects() {
        float[] everywhere = new float[TinyCohort.grid().voxels()];
        Arrays.fill(everywhere, 1);
        GroupMask mask = Masks.fromImage(
                maps(TinyCohort.maps()), Volume.of(TinyCohort.grid(), everywhere), MissingPolicy.EXCLUDE);
        int brain = Mask.of(TinyCohort.grid(), TinyCohort.mask()).size();
        assertEquals(brain, mask.mask().size());
        assertEquals(everywhere.length - brain, mask.missing());
    }

    @Test
    void tellsVoxelsVolumeAndMissing() {
        assertEquals(
                List.of("Mask: 2 voxels, 60 mm³; 5 left out as missing."),
                new GroupMask(Mask.of(TinyCohort.grid(), flags(3, 9)), 5, Zeros.NONE).sentences());
        Grid flat = Grid.ofVoxelSize(2, 2, 1, 0.0005, 0.0005, 0.001);
        assertEquals(
                List.of("Mask: 3 voxels, 0.75 µm²; none left out as missing."),
                new GroupMask(Mask.of(flat, new boolean[] {true, true, false, true}), 0, Zeros.NONE).sentences());
    }

    @Test
    void countsZerosBySubjectMostFirst() {
        double[][] values = new double[12][TinyCohort.grid().voxels()];
        for (int s = 0; s < values.length; s++)
            for (int v = 0; v < values[s].length; v++) values[s][v] = s - 12.5 * v - 100;
        Mask whole = Mask.of(TinyCohort.grid(), TinyCohort.mask());
        for (int m = 0; m < 10; m++) values[3][whole.gridIndex(m)] = 0;
        for (int m = 5; m < 20; m++) values[7][whole.gridIndex(m)] = -0.0;
        values[8][whole.gridIndex(2)] = 0;
        values[9][whole.gridIndex(2)] = Double.NaN; // leaves as missing, so that its zeros do not count
        Volume image = whole.toVolume();
        GroupMask kept = Masks.fromImage(maps(values), image, MissingPolicy.EXCLUDE);
        int n = whole.size() - 1;
        assertEquals(
                new Zeros(
                        19, n, false, List.of(new Zeros.SubjectZeros("sub-8", 15), new Zeros.SubjectZeros("sub-4", 9))),
                kept.zeros());
        assertEquals(n, kept.mask().size());
        GroupMask left = Masks.fromImage(maps(values), image, MissingPolicy.EXCLUDE_ZEROS);
        assertEquals(new Zeros(19, n, true, kept.zeros().subjects()), left.zeros());
        assertEquals(n - 19, left.mask().size());
        assertEquals(1, left.missing());
        assertEquals(
                Zeros.NONE,
                Masks.fromImage(maps(values), image, MissingPolicy.ZERO).zeros());
    }

    @Test
    void namesAFewSubjectsAndTheEmptyOnes() {
        List<Zeros.SubjectZeros> subjects = IntStream.rangeClosed(1, 7)
                .mapToObj(s -> new Zeros.SubjectZeros("sub-" + s, s < 3 ? 1234 : 10 - s))
                .toList();
        List<String> sentences = new Zeros(1234, 1234, false, subjects).sentences();
        assertTrue(
                sentences
                        .get(0)
                        .startsWith(
                                "1,234 of 1,234 voxels are exactly 0 in some maps but not in all (sub-1: 1,234, sub-2: 1,234,"
                                        + " sub-3: 7, sub-4: 6, sub-5: 5 and 2 more maps) and are analysed"),
                sentences.get(0));
        assertEquals(
                List.of(
                        "sub-1 is 0 in all 1,234 voxels of the mask: the map may be empty.",
                        "sub-2 is 0 in all 1,234 voxels of the mask: the map may be empty."),
                sentences.subList(1, 3));
        assertEquals(3, sentences.size());
    }

    @Test
    void namesTheSubjectThatIsZeroEverywhere() {
        double[][] values = TinyCohort.maps();
        Mask whole = Masks.fromMaps(maps(values), "auto", MissingPolicy.EXCLUDE).mask();
        Arrays.fill(values[5], 0);
        GroupMask kept = Masks.fromImage(maps(values), whole.toVolume(), MissingPolicy.EXCLUDE);
        assertEquals(
                "sub-6 is 0 in all " + whole.size() + " voxels of the mask: the map may be empty.",
                kept.sentences().get(2));
        InputException e = assertThrows(
                InputException.class,
                () -> Masks.fromImage(maps(values), whole.toVolume(), MissingPolicy.EXCLUDE_ZEROS));
        assertTrue(e.getMessage().contains("sub-6 has the fewest: leave it out"), e.getMessage());
    }

    private static boolean[] flags(int... voxels) {
        boolean[] flags = new boolean[TinyCohort.grid().voxels()];
        for (int v : voxels) flags[v] = true;
        return flags;
    }

    @Test
    void refusesAnEmptyMask() {
        Volume empty = Volume.of(TinyCohort.grid(), new float[TinyCohort.grid().voxels()]);
        InputException e = assertThrows(
                InputException.class, () -> Masks.fromImage(maps(TinyCohort.maps()), empty, MissingPolicy.EXCLUDE));
        assertTrue(e.getMessage().startsWith("mask: the mask image contains no voxel"), e.getMessage());
    }

    @Test
    void namesTheSubjectWithoutData() {
        double[][] values = TinyCohort.maps();
        Arrays.fill(values[5], Double.NaN);
        float[] brain = new float[values[5].length];
        for (int v = 0; v < brain.length; v++) brain[v] = TinyCohort.mask()[v] ? 1 : 0;
        InputException e = assertThrows(
                InputException.class,
                () -> Masks.fromImage(maps(values), Volume.of(TinyCohort.grid(), brain), MissingPolicy.EXCLUDE));
        assertTrue(e.getMessage().contains("sub-6"), e.getMessage());
    }

    @Test
    void refusesAnUnknownStrategyAndAnotherGrid() {
        Maps maps = maps(TinyCohort.maps());
        assertThrows(InputException.class, () -> Masks.fromMaps(maps, "brain", MissingPolicy.EXCLUDE));
        Volume other = Volume.of(Grid.ofVoxelSize(2, 2, 2, 1, 1, 1), new float[8]);
        InputException e =
                assertThrows(InputException.class, () -> Masks.fromImage(maps, other, MissingPolicy.EXCLUDE));
        assertTrue(e.getMessage().contains("2 x 2 x 2"), e.getMessage());
    }

    @Test
    void refusesMapsOnDifferentGridsAndASingleSubject() {
        Volume tiny = TinyCohort.volumes()[0];
        Volume shifted =
                Volume.of(new Grid(14, 16, 13, -3, 0, 0, 20.5, 0, 2.5, 0, -18.75, 0, 0, 4, -24), tiny.values());
        InputException e =
                assertThrows(InputException.class, () -> new Maps(List.of("a", "b"), List.of(tiny, shifted)));
        assertEquals(
                "maps: b is on a different grid from a, found 1 mm between the same voxels where they are"
                        + " furthest apart;"
                        + " give resample=linear (or nearest, cubic), resample the maps to one grid first, or"
                        + " leave out with leave_out what is not a map.",
                e.getMessage());
        // The odd one is named, wherever it stands.
        assertTrue(assertThrows(
                        InputException.class,
                        () -> new Maps(List.of("t1", "a", "b", "c"), List.of(shifted, tiny, tiny, tiny)))
                .getMessage()
                .startsWith("maps: t1 is on a different grid from a, found 1 mm"));
        assertThrows(InputException.class, () -> new Maps(List.of("a"), List.of(tiny)));
    }
}
