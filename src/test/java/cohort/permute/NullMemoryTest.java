package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class NullMemoryTest {
    private static final long MB = 1 << 20;

    private static void require(int subjects, long memory) {
        double[][] ones =
                IntStream.range(0, subjects).mapToObj(s -> new double[] {1}).toArray(double[][]::new);
        NullMemory.require(
                new DMatrixRMaj(ones),
                Collections.nCopies(
                        2,
                        new Hypothesis(
                                new DMatrixRMaj(new double[][] {{1}}),
                                ClusterForming.statistics(0.001, Tail.POSITIVE, 1, subjects - 1))),
                PermutationOptions.of(2_500_000, 1, Tail.POSITIVE),
                memory);
    }

    /** Two contrasts by t, size and mass, and three columns in passing: 9 x 2,500,000 x 8 bytes are 171.7 MB. */
    @Test
    void moreThanMemoryHoldsIsRefusedBeforehand() {
        assertEquals(
                "permutations: found 2500000, whose maxima for 6 statistics take 171 MB, expected at most 96"
                        + " MB, three quarters of the memory that Java may use; ask for fewer, or give Java"
                        + " more (-Xmx).",
                assertThrows(InputException.class, () -> require(30, 128 * MB)).getMessage());
        assertDoesNotThrow(() -> require(30, 230 * MB));
    }

    /** Of ten subjects there are 1024 flips. */
    @Test
    void distinctShufflesAreCounted() {
        assertDoesNotThrow(() -> require(10, MB));
    }

    @Test
    void maximaAreKeptOnce() throws ReflectiveOperationException {
        double[] maxima = {3, 1, 2};
        NullDistribution nulls = new NullDistribution(maxima);
        Field kept = NullDistribution.class.getDeclaredField("maxima");
        kept.setAccessible(true);
        assertSame(maxima, kept.get(nulls));
        assertEquals(0.5, nulls.p(3));
        assertEquals(2, nulls.maximum(2));
    }
}
