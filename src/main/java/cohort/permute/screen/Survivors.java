package cohort.permute.screen;

import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;

/** Voxels that stand side by side for a closer look, fewer after each. One instance per thread. */
final class Survivors {
    /** Rows that are multiplied at a time, half of them abreast of the others. */
    static final int ROWS = 4;

    private final FloatTile numbers;
    private final FloatDots dots;
    private final int[] places = new int[VoxelTile.SIZE], kept = new int[VoxelTile.SIZE];
    private final float[] gained = new float[VoxelTile.SIZE], least = new float[VoxelTile.SIZE];
    private int count;

    /** @param terms how many numbers a voxel has */
    Survivors(int terms) {
        numbers = new FloatTile(terms);
        dots = new FloatDots(numbers, ROWS / 2);
    }

    /**
     * Takes in voxels.
     *
     * @param rows the numbers of all voxels of the tile
     * @param bound of what is left
     * @param effect squared
     */
    void take(float[][] rows, float[] bound, float[] effect, int[] found, int voxels) {
        count = voxels;
        for (int c = 0; c < count; c++) {
            places[c] = found[c];
            gained[c] = effect[found[c]];
            least[c] = bound[found[c]];
        }
        for (int i = 0; i < rows.length; i++) pick(rows[i], found, count, numbers.rows()[i]);
        numbers.arrange(count);
    }

    static void pick(float[] from, int[] places, int count, float[] to) {
        for (int c = 0; c < count; c++) to[c] = from[places[c]];
    }

    /**
     * Adds to the bound the squared products with rows of weights, some at a time, and drops what is ruled out.
     *
     * @param from the first row; the number of rows is a multiple of {@link #ROWS}
     */
    void refine(float[][] weights, int from, Limit limit) {
        for (int row = from; row < weights.length && count > 0; row += ROWS) {
            int middle = row + ROWS / 2;
            dots.multiply(
                    Arrays.copyOfRange(weights, row, middle), Arrays.copyOfRange(weights, middle, row + ROWS), count);
            for (int set = 0; set < 2; set++) for (float[] sum : dots.sums(set)) FloatProducts.addSquares(sum, least);
            drop(limit);
        }
    }

    private void drop(Limit limit) {
        int left = 0;
        for (int c = 0; c < count; c++) if (!limit.isMet(least[c], gained[c])) kept[left++] = c;
        if (left == count) return;
        for (int c = 0; c < left; c++) {
            places[c] = places[kept[c]];
            gained[c] = gained[kept[c]];
            least[c] = least[kept[c]];
        }
        for (float[] row : numbers.rows()) pick(row, kept, left, row);
        numbers.arrange(left);
        count = left;
    }

    /** Writes the places of those that are left; how many they are. */
    int put(int[] found) {
        System.arraycopy(places, 0, found, 0, count);
        return count;
    }
}
