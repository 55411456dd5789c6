package cohort.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often the intervals hold what is true, in 40,000 voxels of noise each: chance moves 95 % by 0.2 % or so. */
@Tag("slow")
class CoverageTest {
    private static final int VOXELS = 40_000;

    private interface Errors {
        double mean(int row);

        double deviation(int row);
    }

    private static Img<DoubleType> data(int rows, long seed, Errors errors) {
        Random random = new Random(seed);
        double[] data = new double[rows * VOXELS];
        for (int i = 0; i < rows; i++)
            for (int v = 0; v < VOXELS; v++)
                data[i * VOXELS + v] = errors.mean(i) + errors.deviation(i) * random.nextGaussian();
        return ArrayImgs.doubles(data, VOXELS, rows);
    }

    private static Errors of(double[] means) {
        return new Errors() {
            @Override
            public double mean(int row) {
                return means[row];
            }

            @Override
            public double deviation(int row) {
                return 1;
            }
        };
    }

    private static void assertCovers(double truth, String name, Map<String, double[]> maps, double least, double most) {
        double[] lower = maps.get(name + "Lower"), upper = maps.get(name + "Upper");
        double share = IntStream.range(0, VOXELS)
                        .filter(v -> lower[v] <= truth && truth <= upper[v])
                        .count()
                / (double) VOXELS;
        assertTrue(share >= least && share <= most, name + " = " + truth + " is covered in " + share);
    }

    private static Map<String, double[]> sizes(Img<DoubleType> data, DMatrixRMaj design, double[][] contrast) {
        DMatrixRMaj rows = new DMatrixRMaj(contrast);
        LeastSquares fit = GeneralLinearModel.fit(data, design);
        return EffectSizes.of(design, rows, true, Optional.of(1.0)).maps(fit, GeneralLinearModel.contrast(fit, rows));
    }

    @Test
    void ofDOfAMean() {
        DMatrixRMaj design = new DMatrixRMaj(new double[][] {{1}, {1}, {1}, {1}, {1}, {1}, {1}});
        for (double d : new double[] {0, 0.5, 2}) {
            double[] means = IntStream.range(0, 7).mapToDouble(i -> d).toArray();
            Map<String, double[]> maps = sizes(data(7, 11, of(means)), design, new double[][] {{1}});
            assertCovers(d, "d", maps, 0.945, 0.955);
            double bias = IntStream.range(0, VOXELS)
                    .mapToDouble(v -> maps.get("g")[v] - d)
                    .average()
                    .orElseThrow();
            assertEquals(0, bias, 0.02, "g of " + d);
        }
    }

    @Test
    void ofDOfTwoGroupsAndOfSharesOfVariance() {
        int n = 13;
        double[][] rows = IntStream.range(0, n)
                .mapToObj(i -> new double[] {1, i < 4 ? 1 : 0, Math.cos(5 * i)})
                .toArray(double[][]::new);
        DMatrixRMaj design = new DMatrixRMaj(rows);
        for (double d : new double[] {0, 0.8, 2.5})
            for (double slope : new double[] {0, 0.9}) {
                double[] means = IntStream.range(0, n)
                        .mapToDouble(i -> 3 + d * rows[i][1] + slope * rows[i][2])
                        .toArray();
                Img<DoubleType> data = data(n, 5, of(means));
                assertCovers(d, "d", sizes(data, design, new double[][] {{0, 1, 0}}), 0.945, 0.955);
                Map<String, double[]> covariate = sizes(data, design, new double[][] {{0, 0, 1}});
                double left = slope * left(design, 2);
                assertCovers(left / Math.sqrt(left * left + n), "r", covariate, 0.945, 0.955);
                // at 0 the lower limit cannot miss, and the interval covers 97.5 %
                double more = slope == 0 ? 0.975 : 0.95;
                assertCovers(left * left / (left * left + n), "partialR2", covariate, more - 0.005, more + 0.005);
                double mean = IntStream.range(0, n)
                        .mapToDouble(i -> means[i])
                        .average()
                        .orElseThrow();
                double lambda = IntStream.range(0, n)
                        .mapToDouble(i -> Math.pow(means[i] - mean, 2))
                        .sum();
                double of = lambda == 0 ? 0.975 : 0.95;
                assertCovers(lambda / (lambda + n), "R2", covariate, of - 0.005, of + 0.005);
            }
    }

    /** The length of what the other columns leave of one. */
    private static double left(DMatrixRMaj design, int column) {
        LeastSquares fit = GeneralLinearModel.fit(
                ArrayImgs.doubles(
                        IntStream.range(0, design.numRows)
                                .mapToDouble(i -> design.get(i, column))
                                .toArray(),
                        1,
                        design.numRows),
                new DMatrixRMaj(IntStream.range(0, design.numRows)
                        .mapToObj(i -> new double[] {design.get(i, 0), design.get(i, 1)})
                        .toArray(double[][]::new)));
        return Math.sqrt(fit.dispersion()[0] * fit.degreesOfFreedom());
    }

    /** Not exact where variances are estimated each for itself: 94 to 96 %. */
    @Test
    void ofDThatIsNotPooled() {
        int n = 30;
        int[] groups = IntStream.range(0, n).map(i -> i < 20 ? 1 : 2).toArray();
        DMatrixRMaj design = new DMatrixRMaj(
                IntStream.of(groups).mapToObj(g -> new double[] {2 - g, g - 1}).toArray(double[][]::new));
        WelchDifference difference = WelchDifference.of(design, new DMatrixRMaj(new double[][] {{1, -1}}), groups)
                .orElseThrow();
        for (double above : new double[] {1, 3})
            for (double effect : new double[] {0, 1, 2}) {
                double below = 2;
                Img<DoubleType> data = data(n, 9, new Errors() {
                    @Override
                    public double mean(int row) {
                        return groups[row] == 1 ? effect : 0;
                    }

                    @Override
                    public double deviation(int row) {
                        return groups[row] == 1 ? above : below;
                    }
                });
                double d = effect / Math.sqrt((above * above + below * below) / 2);
                assertCovers(d, "dUnpooled", difference.maps(data), 0.94, 0.96);
            }
    }
}
