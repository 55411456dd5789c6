package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@link ErrorRates}. */
@Tag("slow")
class ErrorRatesTest {

    /** Of 60 studies, 0 to 9 false alarms at 5 % have a chance of 99.9 %; a test that is off by a factor of five fails. */
    @ParameterizedTest
    @EnumSource(ErrorRates.Study.class)
    void falseAlarmsAreAsRareAsTheLevelSays(ErrorRates.Study study) {
        Map<String, Integer> found = ErrorRates.falseAlarms(study, 60);
        assertEquals(List.of("mass", "size", "t", "tfce"), List.copyOf(found.keySet()));
        found.forEach((name, count) -> assertTrue(count <= 9, name + ": " + count + " of 60"));
    }

    /** 300 studies: 4 to 27 have a chance of 99.9 %; nested flips of each person alone give 34, the pooled 2 x 2 some 40. */
    @ParameterizedTest
    @EnumSource(ErrorRates.Hard.class)
    void errorsThatAreNotAlikeDoNotMatter(ErrorRates.Hard study) {
        int found = ErrorRates.falseAlarms(study, 300);
        assertTrue(found >= 4 && found <= 27, study.words + ": " + found + " of 300");
    }

    /** Of 100 studies, 0 to 13 errors at 5 % have a chance of 99.95 %. Where voxels depend on each other, shuffles find more. */
    @Test
    void boundsOnTrueDiscoveriesAreRarelyWrongAndTightWhereVoxelsDepend() {
        ErrorRates.Bounds noise = ErrorRates.bounds(ErrorRates.Study.COVARIATE, 100, 0, 0);
        ErrorRates.Bounds effect = ErrorRates.bounds(ErrorRates.Study.ONE_SAMPLE, 100, 1.3, 0);
        assertTrue(noise.wrong() <= 13, "noise: " + noise);
        assertTrue(effect.wrong() <= 13, "effect: " + effect);
        assertTrue(effect.permuted() > effect.simes(), "effect: " + effect);
    }

    /** Of 100 studies, 0 to 13 false alarms at 5 % have a chance of 99.95 %, if there is no effect at all or one in one map. */
    @Test
    void severalMapsTogetherGiveAsFewFalseAlarmsAsOne() {
        Map<String, Integer> none = ErrorRates.falseAlarmsOfMaps(100, 0), one = ErrorRates.falseAlarmsOfMaps(100, 3);
        assertEquals(
                List.of(
                        "fisher",
                        "fisher mass",
                        "fisher size",
                        "minT",
                        "stouffer",
                        "stouffer mass",
                        "stouffer size",
                        "t over both maps",
                        "tippett",
                        "tippett mass",
                        "tippett size"),
                List.copyOf(none.keySet()));
        none.forEach((name, count) -> assertTrue(count <= 13, name + ": " + count + " of 100"));
        assertEquals(List.of("minT"), List.copyOf(one.keySet()));
        one.forEach((name, count) -> assertTrue(count <= 13, name + ": " + count + " of 100"));
    }

    @Test
    void freedmanAndLaneKeepTheLevelThatKennedyExceeds() {
        double nominal = ErrorRates.rate(RegressionMethod.FREEDMAN_LANE, 10, 1000);
        assertEquals(0.05, nominal, 0.007);
        assertTrue(ErrorRates.rate(RegressionMethod.KENNEDY, 10, 1000) > 0.08);
    }

    @Test
    void vComesCloserToTheLevelThanTIfVariancesDiffer() {
        double t = ErrorRates.unequalVariances(false, 4, 1000), v = ErrorRates.unequalVariances(true, 4, 1000);
        assertTrue(t > 0.12, "t: " + t);
        assertTrue(v < 0.09, "v: " + v);
    }

    /** Whichever of the 32 flips of five subjects is taken for the truth, its p is its rank among all: exactly uniform. */
    @Test
    void pOfAllFlipsIsUniform() {
        int voxels = 50;
        Mask line = Mask.of(
                Grid.ofVoxelSize(voxels, 1, 1, 1, 1, 1),
                IntStream.range(0, voxels)
                        .collect(() -> new boolean[voxels], (inside, v) -> inside[v] = true, (a, b) -> {}));
        Random random = new Random(4);
        double[] noise = random.doubles(5 * voxels, -1, 1).toArray();
        double[] ps = IntStream.range(0, 32)
                .mapToDouble(flips -> {
                    double[] data = noise.clone();
                    for (int i = 0; i < data.length; i++) if ((flips >> i / voxels & 1) == 1) data[i] = -data[i];
                    double[] logP = PermutationInference.test(
                                    ArrayImgs.doubles(data, voxels, 5),
                                    line,
                                    new DMatrixRMaj(new double[][] {{1}, {1}, {1}, {1}, {1}}),
                                    List.of(Hypothesis.of(new DMatrixRMaj(new double[][] {{1}}))),
                                    PermutationOptions.of(100, 0, Tail.POSITIVE),
                                    Progress.NONE)
                            .contrasts()
                            .get(0)
                            .statistics()
                            .get(0)
                            .logP();
                    return Math.pow(10, -Arrays.stream(logP).max().orElseThrow());
                })
                .sorted()
                .toArray();
        for (int rank = 0; rank < 32; rank++) assertEquals((rank + 1) / 32.0, ps[rank], 1e-12);
    }
}
