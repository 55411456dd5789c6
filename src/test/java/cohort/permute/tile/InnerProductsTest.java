package cohort.permute.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever arithmetic a JVM has, against sums in double precision and in whole numbers. The build runs it with and without the module
 * of vector instructions.
 */
class InnerProductsTest {
    private final InnerProducts products = InnerProducts.create();

    @Test
    void vectorInstructionsAreUsedWhereTheirModuleIs() {
        boolean isThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(
                isThere ? "VectorProducts" : "LoopedProducts",
                products.getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 512, 512, 1",
        "32, 0, 512, 512, 26",
        "32, 12, 512, 160, 4",
        "260, 0, 512, 17, 4",
        "1000, 0, 512, 512, 7",
        "1000, 300, 512, 512, 7",
        "512, 0, 48, 48, 50",
        "8, 0, 160, 160, 3"
    })
    void eachRoundingIsCounted(int terms, int from, int width, int length, int columns) {
        Random random = new Random(terms);
        float[][] rows = new float[terms][width], weights = new float[columns][terms], sums = new float[columns][width];
        for (float[] row : rows) for (int j = 0; j < width; j++) row[j] = (float) random.nextGaussian();
        for (float[] column : weights) for (int i = 0; i < terms; i++) column[i] = (float) random.nextGaussian();
        float[] arranged = new float[products.arranged(terms, width)];
        products.arrange(rows, length, arranged);
        for (int time = 0; time < 2; time++) products.multiply(rows, arranged, length, from, weights, sums);
        for (int c = 0; c < columns; c++)
            for (int j = 0; j < length; j++) {
                double sum = 0, size = 0;
                for (int i = from; i < terms; i++) {
                    sum += (double) weights[c][i] * rows[i][j];
                    size += Math.abs((double) weights[c][i] * rows[i][j]);
                }
                double most = size * products.roundings(terms) * FloatTile.ROUNDING * 1.01;
                assertTrue(Math.abs(sums[c][j] - sum) <= most, c + ", " + j + ": " + sums[c][j] + ", not " + sum);
            }
    }

    @ParameterizedTest
    @CsvSource({"5, 2", "30, 6", "35, 4", "300, 2"})
    void wholeNumbersAreExactThoughTheyWrapAround(int terms, int columns) {
        Random random = new Random(terms);
        short[][] rows = new short[terms][ShortProducts.SIZE], weights = new short[columns][terms];
        short[][] sums = new short[columns][ShortProducts.SIZE];
        for (short[] row : rows) for (int j = 0; j < row.length; j++) row[j] = (short) random.nextInt();
        for (short[] column : weights) for (int i = 0; i < terms; i++) column[i] = (short) random.nextInt();
        short[] arranged = new short[products.arranged(terms, ShortProducts.SIZE)];
        products.arrange(rows, arranged);
        for (int time = 0; time < 2; time++) products.multiply(rows, arranged, (short) 128, weights, sums);
        for (int c = 0; c < columns; c++) {
            int column = c;
            int[] expected = IntStream.range(0, ShortProducts.SIZE)
                    .map(j -> (short) (128
                            + IntStream.range(0, terms)
                                    .map(i -> weights[column][i] * rows[i][j])
                                    .sum()))
                    .toArray();
            assertArrayEquals(
                    expected,
                    IntStream.range(0, ShortProducts.SIZE)
                            .map(j -> sums[column][j])
                            .toArray());
        }
    }
}
