package cohort.permute.screen;

import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;

/**
 * Voxels that stand side by side for a closer look by the rows of a triangle of weights: row k is 0 before term k. One instance per
 * thread.
 */
final class Survivors {
    /** Rows that are multiplied at a time, half of them abreast of the others. */
    static final int ROWS = 4;

    private final FloatTile numbers;
    private final FloatDots dots;
    private final int[] places = new int[VoxelTile.SIZE], kept = new int[VoxelTile.SIZE];
    private final float[] gained = new float[VoxelTile.SIZE], least = new float[VoxelTile.SIZE];
    private int first, count;

    /** @param terms how many numbers a voxel has */
    Survivors(int terms) {
        numbers = new FloatTile(terms);
        dots = new FloatDots(numbers, ROWS / 2);
    }

    /**
     * Takes in voxels.
     *
     * @param rows the numbers of all voxels of the tile
     * @param row the first of the triangle that is to be multiplied, a multiple of {@link FloatProducts#ROWS}
     * @param bound of what is left
     */
    void take(float[][] rows, int row, float[] bound, int[] found, int voxels) {
        first = row;
        count = voxels;
        System.arraycopy(found, 0, places, 0, count);
        pick(bound, places, count, least);
        for (int i = first; i < rows.length; i++) pick(rows[i], places, count, numbers.rows()[i]);
        numbers.arrange(count);
    }

    static void pick(float[] from, int[] places, int count, float[] to) {
        for (int c = 0; c < count; c++) to[c] = from[places[c]];
    }

    /**
     * Adds to the bound the squared products with the rows, and writes it to the voxels' places.
     *
     * @param from where the first row stands; the number of rows is a multiple of {@link #ROWS}
     */
    void add(float[][] weights, int from, float[] bound) {
        for (int row = from; row < weights.length; row += ROWS) add(weights, row, first + row - from);
        for (int c = 0; c < count; c++) bound[places[c]] = least[c];
    }

    private void add(float[][] weights, int row, int term) {
        int middle = row + ROWS / 2;
        dots.multiply(
                Arrays.copyOfRange(weights, row, middle), Arrays.copyOfRange(weights, middle, row + ROWS), count, term);
        for (int set = 0; set < 2; set++) for (float[] sum : dots.sums(set)) FloatProducts.addSquares(sum, least);
    }

    /**
     * Adds the rows, some at a time, and drops what is ruled out.
     *
     * @param from where the first row stands; the number of rows is a multiple of {@link #ROWS}
     * @param effect squared, in all voxels of the tile
     */
    void refine(float[][] weights, int from, float[] effect, Limit limit) {
        pick(effect, places, count, gained);
        for (int row = from; row < weights.length && count > 0; row += ROWS) {
            add(weights, row, first + row - from);
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
