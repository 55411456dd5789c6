package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.glm.GeneralLinearModel;
import cohort.glm.UntestableVoxels;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ties of whole numbers are ties, though sums in floating point come in another order. */
@Tag("slow")
class ExactCountTest {
    private static final int SUBJECTS = 8, VOXELS = 300;

    private static Img<DoubleType> testable(int most, DMatrixRMaj design) {
        Random random = new Random(most);
        Img<DoubleType> data = ArrayImgs.doubles(
                random.doubles(VOXELS * design.numRows)
                        .map(x -> Math.floor(x * (most + 1)))
                        .toArray(),
                VOXELS,
                design.numRows);
        return GeneralLinearModel.untestable(data, List.of(new UntestableVoxels.Model(design, Optional.empty())))
                .without(data);
    }

    private static PermutedContrast test(Img<DoubleType> data, DMatrixRMaj design, DMatrixRMaj contrast, Tail tail) {
        boolean[] all = new boolean[(int) data.dimension(0)];
        Arrays.fill(all, true);
        return PermutationInference.test(
                        data,
                        Mask.of(Grid.ofVoxelSize(all.length, 1, 1, 1, 1, 1), all),
                        design,
                        List.of(Hypothesis.of(contrast)),
                        new PermutationOptions(
                                5000,
                                0,
                                tail,
                                ShuffleOptions.automatic(),
                                Optional.empty(),
                                6,
                                new EvidenceOptions(Approximation.NONE, true, 0)),
                        Progress.NONE)
                .contrasts()
                .get(0);
    }

    /** t of two groups of four rises with the sum of one of them, which is a whole number. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPOfTwoGroupsIsThatOfTheEnumeration(int most) {
        DMatrixRMaj design = new DMatrixRMaj(SUBJECTS, 2);
        for (int s = 0; s < SUBJECTS; s++) design.set(s, s % 2, 1);
        Img<DoubleType> data = testable(most, design);
        double[] p = test(data, design, new DMatrixRMaj(new double[][] {{1, -1}}), Tail.POSITIVE)
                .uncorrected()
                .orElseThrow();
        for (int v = 0; v < p.length; v++) {
            int voxel = v;
            int[] y = IntStream.range(0, SUBJECTS)
                    .map(s -> (int) data.getAt(voxel, s).get())
                    .toArray();
            int observed = y[0] + y[2] + y[4] + y[6];
            long reaching = IntStream.range(0, 1 << SUBJECTS)
                    .filter(set -> Integer.bitCount(set) == 4)
                    .filter(set -> sum(y, set) >= observed)
                    .count();
            assertEquals(reaching / 70.0, p[v], 1e-12, "voxel " + v + " " + Arrays.toString(y));
        }
    }

    /** The mean's t rises with the sum, the squares being the same after any flip. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyPOfAMeanIsThatOfTheEnumeration(int most) {
        DMatrixRMaj design = new DMatrixRMaj(SUBJECTS, 1);
        design.fill(1);
        Img<DoubleType> data = testable(most, design);
        double[] p = test(data, design, new DMatrixRMaj(new double[][] {{1}}), Tail.BOTH)
                .uncorrected()
                .orElseThrow();
        for (int v = 0; v < p.length; v++) {
            int voxel = v;
            int[] y = IntStream.range(0, SUBJECTS)
                    .map(s -> (int) data.getAt(voxel, s).get())
                    .toArray();
            int total = Arrays.stream(y).sum();
            long reaching = IntStream.range(0, 1 << SUBJECTS)
                    .filter(set -> Math.abs(2 * sum(y, set) - total) >= total)
                    .count();
            assertEquals(reaching / 256.0, p[v], 1e-12, "voxel " + v + " " + Arrays.toString(y));
        }
    }

    private static int sum(int[] y, int set) {
        return IntStream.range(0, y.length)
                .filter(s -> (set >> s & 1) == 1)
                .map(s -> y[s])
                .sum();
    }

    /** F does not tell the names of groups apart, so that no p is below 3! / 90; between groups it rises with Σ (sums)². */
    @Test
    void threeGroupsOfTwoHaveSixLabellingsOfOneF() {
        DMatrixRMaj design = new DMatrixRMaj(6, 3);
        for (int s = 0; s < 6; s++) design.set(s, s / 2, 1);
        Img<DoubleType> data = testable(9, design);
        PermutedContrast result =
                test(data, design, new DMatrixRMaj(new double[][] {{1, -1, 0}, {0, 1, -1}}), Tail.BOTH);
        double[] p = result.uncorrected().orElseThrow();
        assertEquals(6 / 90.0, Arrays.stream(p).min().orElseThrow(), 1e-12);
        for (int v = 0; v < p.length; v++) {
            int voxel = v;
            long[] y = IntStream.range(0, 6)
                    .mapToLong(s -> (long) data.getAt(voxel, s).get())
                    .toArray();
            BigInteger observed = between(y, new int[] {0, 0, 1, 1, 2, 2});
            int reaching = 0;
            for (int code = 0; code < 729; code++) {
                int[] groups = new int[6];
                for (int s = 0, rest = code; s < 6; s++, rest /= 3) groups[s] = rest % 3;
                boolean even = IntStream.range(0, 3)
                        .allMatch(g -> Arrays.stream(groups).filter(x -> x == g).count() == 2);
                if (even && between(y, groups).compareTo(observed) >= 0) reaching++;
            }
            assertEquals(reaching / 90.0, p[v], 1e-12, "voxel " + v);
        }
        assertTrue(result.statistics().get(0).logP()[0] <= Math.log10(15) + 1e-12);
    }

    private static BigInteger between(long[] y, int[] groups) {
        long[] sums = new long[3];
        for (int s = 0; s < 6; s++) sums[groups[s]] += y[s];
        return Arrays.stream(sums)
                .mapToObj(BigInteger::valueOf)
                .map(x -> x.multiply(x))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
