package cohort.permute.tile;

import java.util.Arrays;

/** Loops over voxels. Some columns at a time, whose sums stay in the nearest cache. */
final class LoopedProducts implements InnerProducts {
    private static final int ABREAST = 8;

    /** The rows are read as they are. */
    @Override
    public int arranged(int terms, int width) {
        return 0;
    }

    @Override
    public void arrange(float[][] rows, int length, float[] arranged) {
        // as they are
    }

    @Override
    public void arrange(short[][] rows, short[] arranged) {
        // as they are
    }

    @Override
    public void multiply(float[][] rows, float[] arranged, int length, int from, float[][] columns, float[][] sums) {
        for (float[] sum : sums) Arrays.fill(sum, 0, length, 0);
        for (int c = 0; c < sums.length; c += ABREAST)
            multiply(rows, length, from, columns, sums, c, Math.min(sums.length, c + ABREAST));
    }

    private static void multiply(
            float[][] rows, int length, int from, float[][] columns, float[][] sums, int first, int end) {
        for (int i = from; i < rows.length; i += FloatProducts.ROWS)
            for (int c = first; c < end; c++) {
                float[] u = columns[c];
                FloatProducts.add(
                        length,
                        sums[c],
                        u[i],
                        u[i + 1],
                        u[i + 2],
                        u[i + 3],
                        rows[i],
                        rows[i + 1],
                        rows[i + 2],
                        rows[i + 3]);
            }
    }

    /** The product, two sums of it with its neighbours, and one sum for each {@link FloatProducts#ROWS} products. */
    @Override
    public int roundings(int terms) {
        return terms / FloatProducts.ROWS + 4;
    }

    /** Some terms are multiplied with all columns before the next ones are, so that they stay in the nearest cache. */
    @Override
    public void multiply(short[][] rows, short[] arranged, short start, short[][] columns, short[][] sums) {
        for (short[] sum : sums) Arrays.fill(sum, start);
        for (int i = 0; i < rows.length; i += ShortProducts.ROWS)
            for (int c = 0; c < sums.length; c += 2)
                ShortProducts.add(
                        sums[c],
                        columns[c],
                        sums[c + 1],
                        columns[c + 1],
                        i,
                        rows[i],
                        rows[i + 1],
                        rows[i + 2],
                        rows[i + 3],
                        rows[i + 4]);
    }
}
