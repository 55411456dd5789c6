package cohort.subjects.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Maps that are none, by what they hold. */
class MapContentCheckTest {
    /** More voxels than are looked at together or sampled. */
    private static final Grid GRID = new Grid(30, 20, 10, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);

    private static Volume noise(int seed) {
        Random random = new Random(seed);
        return Volume.of(GRID, random.doubles(GRID.voxels()).toArray());
    }

    private static Volume all(double value) {
        double[] values = new double[GRID.voxels()];
        Arrays.fill(values, value);
        return Volume.of(GRID, values);
    }

    private static Volume whole(int seed, int numbers) {
        return Volume.of(
                GRID,
                new Random(seed)
                        .ints(GRID.voxels(), 0, numbers)
                        .asDoubleStream()
                        .toArray());
    }

    /** Another at the last voxel alone. */
    private static Volume changed(Volume map, double last) {
        double[] values = map.values();
        values[values.length - 1] = last;
        return Volume.of(GRID, values);
    }

    private static List<String> sentences(boolean byName, Volume... maps) {
        List<String> ids =
                IntStream.range(0, maps.length).mapToObj(s -> "s" + s).toList();
        return MapContentCheck.sentences(new Maps(ids, List.of(maps)), byName);
    }

    private static String refusal(boolean byName, Volume... maps) {
        return assertThrows(InputException.class, () -> sentences(byName, maps)).getMessage();
    }

    @Test
    void aMapOfOneValueIsRefusedEvenIfItWasNamed() {
        for (double value : new double[] {0, -0.0, 3, Double.NaN, 0.25})
            for (boolean byName : new boolean[] {false, true})
                assertEquals(
                        "maps: s1 is " + (Double.isNaN(value) ? "NaN" : value == 0 ? "0" : value == 3 ? "3" : "0.25")
                                + " everywhere, expected a map with data; leave out this subject with"
                                + " leave_out=s1, or correct the file.",
                        refusal(byName, noise(1), all(value), noise(2)));
        assertEquals(
                "maps: s0, s2 hold one value each, the first 0 everywhere, expected a map with data; leave out these with"
                        + " leave_out=[s0; s2], or correct the file.",
                refusal(true, all(0), noise(1), all(1), noise(2)));
        assertEquals(List.of(), sentences(false, changed(all(0), 0.5), noise(1), noise(2)));
        assertEquals(List.of(), sentences(false, all(0), all(1)), "what all of one value mean, others say");
    }

    /** Each kind among more of another, in any place; equal parts are of no kind. */
    @Test
    void masksAndAtlasesAmongMapsAreAskedAbout() {
        String mask = "maps: s0 holds only two different numbers, as a mask does, unlike the others";
        String ask = ", expected maps of one kind; leave those of another kind out with leave_out=s0, or give a"
                + " pattern or a list"
                + " (a.nii;b.nii) of the maps.";
        assertEquals(mask + ask, refusal(false, whole(1, 2), noise(1), noise(2)));
        assertEquals(mask + ask, refusal(false, whole(1, 2), whole(2, 9), whole(3, 9)));
        assertEquals(
                "maps: s0 holds only whole numbers, as an atlas or a picture does, unlike the others" + ask,
                refusal(false, whole(1, 9), noise(1), noise(2)));
        assertEquals(
                List.of(mask + "; leave such maps out with leave_out."),
                sentences(true, whole(1, 2), noise(1), noise(2)));
        assertEquals(List.of(), sentences(false, whole(1, 2), whole(2, 2), noise(1)));
        assertEquals(List.of(), sentences(false, whole(1, 2), noise(1)));
        assertEquals(List.of(), sentences(false, changed(whole(1, 2), 0.5), noise(1), noise(2)));
        assertEquals(List.of(), sentences(false, changed(whole(1, 2), 2), whole(2, 9), whole(3, 9)));
    }

    @Test
    void mapsThatAreTheSameAreRefusedByBothNames() {
        String message =
                "maps: s0 and s2 hold the same values in every voxel, expected each subject once; leave one out"
                        + " with leave_out=s2, or correct the file.";
        assertEquals(message, refusal(true, noise(1), noise(2), noise(1)));
        float[] floats = new float[GRID.voxels()];
        for (int v = 0; v < floats.length; v++) floats[v] = v % 7 == 0 ? Float.NaN : v % 5 == 0 ? -0f : v / 8f;
        double[] doubles = new double[floats.length];
        for (int v = 0; v < floats.length; v++) doubles[v] = floats[v] == 0 ? 0 : floats[v];
        assertEquals(message, refusal(false, Volume.of(GRID, floats), noise(2), Volume.of(GRID, doubles)));
        for (int voxel : new int[] {0, 1, 2999, 5998, 5999}) {
            double[] other = noise(1).values();
            other[voxel] += 1e-9;
            assertEquals(List.of(), sentences(true, noise(1), noise(2), Volume.of(GRID, other)), "voxel " + voxel);
        }
    }

    /** Of all maps of three voxels with the values 0, 1, 2, 0.5 and NaN. */
    @Test
    void kindsAreThoseOfAnEnumeration() {
        Grid three = new Grid(3, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
        double[] some = {0, 1, 2, 0.5, Double.NaN};
        for (double a : some)
            for (double b : some)
                for (double c : some) {
                    double[] known = DoubleStream.of(a, b, c)
                            .filter(v -> !Double.isNaN(v))
                            .distinct()
                            .toArray();
                    boolean whole = DoubleStream.of(known).allMatch(v -> v != 0.5);
                    MapContent content = MapContent.of(Volume.of(three, new double[] {a, b, c}));
                    assertEquals(
                            whole
                                    ? known.length < 3 ? MapContent.Kind.BINARY : MapContent.Kind.WHOLE
                                    : MapContent.Kind.REAL,
                            content.kind());
                    assertEquals(known.length < 2, content.value().isPresent());
                    if (known.length == 1)
                        assertEquals(known[0], content.value().orElseThrow());
                }
    }
}
