package cohort.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;

class SubjectDistancesTest {
    private static final int SUBJECTS = 7, VOXELS = 5;

    private static double value(int s, int v) {
        return (s * 3 + 1) * (v + 2) % 11 + (s == 4 ? 2.0 * v : 0);
    }

    private static Img<DoubleType> data(double scale, double shift) {
        double[] values = new double[SUBJECTS * VOXELS];
        for (int s = 0; s < SUBJECTS; s++)
            for (int v = 0; v < VOXELS; v++) values[v + s * VOXELS] = scale * value(s, v) + shift;
        return ArrayImgs.doubles(values, VOXELS, SUBJECTS);
    }

    private static double[] distances(Img<DoubleType> data) {
        return SubjectDistances.of(data).stream()
                .mapToDouble(SubjectDistance::distance)
                .toArray();
    }

    /** Computed by numpy, each subject left out in turn. */
    @Test
    void distancesAndScoresAreThoseOfLeavingOneOut() {
        assertArrayEquals(
                new double[] {0.81496037, 0.99275061, 1.17627987, 0.59941526, 1.84097837, 0.85509759, 0.61058313},
                distances(data(1, 0)),
                1e-8);
        assertArrayEquals(
                new double[] {-0.1016861, 0.31570899, 0.6745, -0.7514148, 1.62194148, 0, -0.71237027},
                SubjectDistances.of(data(1, 0)).stream()
                        .mapToDouble(SubjectDistance::score)
                        .toArray(),
                1e-7);
    }

    /** Computed by numpy from the distances above: exp(median ± 3.5 MAD / 0.6745) of their logarithms. */
    @Test
    void theRuleNamesItsLimitsAndTheFarthest() {
        List<SubjectDistance> distances = SubjectDistances.of(data(1, 0));
        assertArrayEquals(new double[] {0.16344108, 4.47373392}, SubjectDistances.limits(distances), 1e-6);
        String rule = SubjectDistances.rule(List.of("a", "b", "c", "d", "e", "f", "g"), distances);
        assertTrue(rule.contains("beyond ±3.5"), rule);
        assertTrue(rule.endsWith("the farthest is e at 1.84 (score 1.62)."), rule);
    }

    @Test
    void unitsDoNotMatter() {
        assertArrayEquals(distances(data(1, 0)), distances(data(-250, 3)), 1e-9);
    }

    private static double[] noise(int subjects, int voxels, long seed) {
        Random random = new Random(seed);
        return random.doubles((long) subjects * voxels)
                .map(u -> random.nextGaussian())
                .toArray();
    }

    @Test
    void oneBadMapIsFoundWhateverIsWrongWithIt() {
        int n = 16, voxels = 2000, bad = 5;
        List<String> wrongs = List.of("none", "scale", "shift", "zero", "huge");
        for (String wrong : wrongs) {
            double[] values = noise(n, voxels, 3);
            // An effect that all share, which a map of zeros lacks.
            for (int k = 0; k < values.length; k++) values[k] += 2 * Math.sin(k % voxels);
            for (int v = 0; v < voxels; v++) {
                int k = v + bad * voxels;
                values[k] = switch (wrong) {
                    case "scale" -> 2 * values[k];
                    case "shift" -> values[k] + 3;
                    case "zero" -> 0;
                    case "huge" -> 1e12 * values[k];
                    default -> values[k];
                };
            }
            List<SubjectDistance> found = SubjectDistances.of(ArrayImgs.doubles(values, voxels, n));
            List<Integer> outliers = IntStream.range(0, n)
                    .filter(s -> found.get(s).isOutlier())
                    .boxed()
                    .toList();
            assertEquals(wrong.equals("none") ? List.of() : List.of(bad), outliers, wrong);
        }
    }

    @Test
    void mapsDrawnAlikeAreOneApart() {
        double[] distances = distances(ArrayImgs.doubles(noise(20, 5000, 1), 5000, 20));
        for (double distance : distances) assertEquals(1, distance, 0.05);
    }

    @Test
    void equalMapsAreNoOutliers() {
        double[] values = new double[30];
        for (int k = 0; k < 30; k++) values[k] = k % 6;
        assertTrue(SubjectDistances.of(ArrayImgs.doubles(values, 6, 5)).stream().noneMatch(SubjectDistance::isOutlier));
        values[13]++;
        assertTrue(SubjectDistances.of(ArrayImgs.doubles(values, 6, 5)).get(2).isOutlier());
    }

    @Test
    void voxelsWithoutANumberDoNotCount() {
        double[] values = new double[3 * 4];
        double[] kept = {1, 4, 2, 8, 5, 7, 1, 0, 3};
        for (int s = 0; s < 3; s++)
            for (int v = 0; v < 4; v++) values[v + 4 * s] = v == 3 ? s == 1 ? Double.NaN : 9 : kept[v + 3 * s];
        assertArrayEquals(distances(ArrayImgs.doubles(kept, 3, 3)), distances(ArrayImgs.doubles(values, 4, 3)), 1e-12);
    }

    /** A subject may have several maps. */
    @Test
    void whatIsToldIsOfMaps() {
        assertEquals(
                "m3 is 2.5 times as far from the mean of the other maps as they are on average (score 4.25); look at"
                        + " it.",
                new SubjectDistance(2.5, 4.25).sentence("m3"));
    }

    @Test
    void tooFewMapsOrVoxelsAreRefused() {
        assertEquals(
                "maps: found 2 maps, expected at least 3, to compare each with the others.",
                assertThrows(InputException.class, () -> SubjectDistances.of(ArrayImgs.doubles(new double[8], 4, 2)))
                        .getMessage());
        double[] nan = new double[12];
        Arrays.fill(nan, Double.NaN);
        String message = assertThrows(InputException.class, () -> SubjectDistances.of(ArrayImgs.doubles(nan, 4, 3)))
                .getMessage();
        assertTrue(message.startsWith("maps: found no voxel that is finite in all 3 maps,"), message);
        assertFalse(message.contains("\n"));
    }
}
