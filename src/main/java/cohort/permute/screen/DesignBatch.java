package cohort.permute.screen;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import java.util.function.IntFunction;

/**
 * The shuffled designs of a few shuffles at a time, in single precision. Tiles that stand side by side share them, and each reads its
 * data once for all shuffles of a batch. One instance per thread.
 */
public final class DesignBatch {
    /** Shuffles of a batch. */
    static final int SIZE = 8;

    private static final int MOST_TILES = 8, MOST_ROWS = 8192;
    private final int subjects, effects, nuisance;
    private final float[][] effect;
    private final FloatTile rows;
    private IntFunction<double[][]> designs = k -> new double[0][];
    private int shuffles;
    private int batch;

    /**
     * @param effects columns of the effect
     * @param columns these and the nuisance's that are shuffled
     */
    public DesignBatch(int subjects, int effects, int columns) {
        this.subjects = subjects;
        this.effects = effects;
        nuisance = columns - effects;
        effect = new float[SIZE * effects][FloatProducts.padded(subjects)];
        rows = new FloatTile(subjects, SIZE * nuisance);
    }

    /** How many tiles should share it: the more, the more rarely designs are made; the tiles of many subjects are large. */
    public int tiles() {
        return Math.max(1, Math.min(MOST_TILES, MOST_ROWS / subjects));
    }

    int subjects() {
        return subjects;
    }

    int effects() {
        return effects;
    }

    int nuisance() {
        return nuisance;
    }

    /** Takes in a block of shuffles. */
    void prepare(int count, IntFunction<double[][]> shuffled) {
        shuffles = count;
        designs = shuffled;
        batch = -1;
    }

    /** Makes a batch: that of shuffle k is k / {@link #SIZE}. */
    void moveTo(int next) {
        if (next == batch) return;
        batch = next;
        for (int k = 0; k < SIZE; k++) {
            double[][] design = designs.apply(Math.min(SIZE * batch + k, shuffles - 1));
            for (int c = 0; c < effects; c++)
                for (int i = 0; i < subjects; i++) effect[k * effects + c][i] = (float) design[c][i];
            for (int i = 0; i < subjects; i++)
                for (int c = 0; c < nuisance; c++) rows.rows()[i][k * nuisance + c] = (float) design[effects + c][i];
        }
        rows.arrange(SIZE * nuisance);
    }

    /** The columns of the effect of all shuffles, one shuffle after the other, and zeros that fill up. */
    float[][] effect() {
        return effect;
    }

    /** The nuisance: for each subject the row of each shuffle, one after the other. */
    FloatTile rows() {
        return rows;
    }
}
