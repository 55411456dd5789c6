package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SkewnessTest {
    private static final int VOXELS = 4000;

    private static Skewness of(int rows, DoubleUnaryOperator shape) {
        Random random = new Random(3);
        double[] values = random.doubles(0, 1)
                .limit((long) rows * VOXELS)
                .map(u -> shape.applyAsDouble(random.nextGaussian()))
                .toArray();
        DMatrixRMaj ones = new DMatrixRMaj(rows, 1);
        ones.fill(1);
        return GeneralLinearModel.skewness(ArrayImgs.doubles(values, VOXELS, rows), ones);
    }

    /** Computed by scipy.stats.skew. */
    @Test
    void skewnessIsThatOfSciPy() {
        assertEquals(
                1.3007993772134714, Skewness.skewness(new double[] {0.3, -1.2, 4.5, 0.1, 0.7, -0.4, 2.2, 9.1}), 1e-12);
    }

    /** Where the z of scipy.stats.skewtest is 1.96, and what 95 % of 400,000 normal samples stay below (numpy). */
    @Test
    void theLimitIsThatOfNormalSamples() {
        double[][] known = {
            {8, 1.187066723, 1.207}, {12, 1.099972804, 1.108}, {20, 0.940296035, 0.940}, {50, 0.647550106, 0.646}
        };
        for (double[] row : known) {
            assertEquals(row[1], Skewness.limit((int) row[0]), 1e-8);
            assertEquals(row[2], Skewness.limit((int) row[0]), 0.025);
        }
    }

    @Test
    void normalDataAreNotCalledSkewedAndExponentialOnesAre() {
        Skewness normal = of(16, x -> 5 + x), skewed = of(16, Math::exp);
        assertEquals(0.05, normal.share(), 0.011);
        assertEquals("", normal.sentence());
        assertTrue(skewed.share() > 0.4, "" + skewed.share());
        assertTrue(skewed.sentence().contains("±1.01"), skewed.sentence());
    }

    @Test
    void fewValuesTellNothing() {
        assertEquals(0, of(7, Math::exp).share());
    }
}
