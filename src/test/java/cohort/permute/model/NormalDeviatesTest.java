package cohort.permute.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDeviatesTest {
    /** scipy.stats.norm.isf of t.sf and f.sf. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.001, 1.5, 0.0008540958048461791",
        "1, 0.7, 2.25, 0.5988551372502847",
        "1, -2.5, 7.3, -2.057374306644622",
        "1, 3.999, 12.75, 3.161108709301476",
        "1, 7.99, 40.5, 6.155817488000749",
        "1, 1.2, 5000, 1.1998536207351425",
        "2, 0.6, 3.5, -0.24549540275819298",
        "2, 3.2, 11.1, 1.4055778142277597",
        "3, 9.5, 25.25, 3.5108842797224917",
        "7, 1.7, 80, 1.1710132553531762"
    })
    void areThoseOfSciPy(int effects, double value, double freedom, double z) {
        assertEquals(z, new NormalDeviates(effects).z(value, freedom), 2e-12 * Math.max(1, Math.abs(z)));
    }

    /** Cells of polynomials against the tail probability. */
    @Property
    void areThoseOfTheTail(
            @ForAll @DoubleRange(min = -9, max = 9) double t,
            @ForAll @DoubleRange(min = -0.5, max = 18) double logFreedom) {
        double freedom = Math.exp(logFreedom);
        same(t, 1, freedom);
        for (int effects : new int[] {2, 3, 6, 10, 40}) same(t * t, effects, freedom);
    }

    private static void same(double value, int effects, double freedom) {
        double expected = NormalDeviates.ofTail(value, effects, freedom);
        assertEquals(
                expected,
                new NormalDeviates(effects).z(value, freedom),
                2e-12 * Math.max(1, Math.abs(expected)),
                () -> effects + " " + value + " " + freedom);
    }

    @Property
    void riseWithT(
            @ForAll @DoubleRange(min = 0, max = 8) double t, @ForAll @DoubleRange(min = 1, max = 60) double freedom) {
        NormalDeviates deviates = new NormalDeviates(1);
        double z = deviates.z(t, freedom);
        assertTrue(z <= t && z < deviates.z(t + 1e-9, freedom) && z == -deviates.z(-t, freedom), t + " " + freedom);
    }

    @Test
    void beyondTheCellsTheTailIsTaken() {
        for (double t : new double[] {8, 8.5, 30, 400, Double.POSITIVE_INFINITY})
            assertEquals(NormalDeviates.ofTail(t, 1, 9.5), new NormalDeviates(1).z(t, 9.5));
        assertEquals(NormalDeviates.ofTail(2, 1, 0.7), new NormalDeviates(1).z(2, 0.7));
        assertEquals(NormalDeviates.ofTail(0.1, 2, 9.5), new NormalDeviates(2).z(0.1, 9.5));
        assertEquals(NormalDeviates.ofTail(0.8, 40, 9.5), new NormalDeviates(40).z(0.8, 9.5));
        assertEquals(0, new NormalDeviates(1).z(0, 9.5));
    }
}
