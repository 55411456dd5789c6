package cohort.permute.screen.group;

import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sums under any shuffle, subject by subject. */
final class ShuffledSums implements GroupSums {
    private static final int SIZE = VoxelTile.SIZE, ROWS = FloatProducts.ROWS;
    /** Numbers of arranged designs that are kept: 4 MB. */
    private static final int MOST_KEPT = 1 << 20;

    /**
     * A shuffled design by groups.
     *
     * @param sizes n_g
     * @param members the subjects of each group, filled up with the first subject
     * @param weights groups x columns x members, 0 for those that fill a group up
     */
    private record Arranged(int[] sizes, int[][] members, float[][][] weights) {}

    private final int columns;
    private final float[][] rows, picked; // subjects x voxels
    private final float[][] squares;
    private IntFunction<Arranged> designs = k -> new Arranged(new int[0], new int[0][], new float[0][][]);

    ShuffledSums(int subjects, int columns, int groups) {
        this.columns = columns;
        rows = new float[subjects][SIZE];
        picked = new float[FloatProducts.padded(subjects)][];
        squares = new float[groups][SIZE];
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> shuffled) {
        boolean isKept = (long) shuffles * rows.length * (columns + 1) <= MOST_KEPT;
        Arranged[] all = isKept
                ? IntStream.range(0, shuffles)
                        .mapToObj(k -> arrange(shuffled.apply(k)))
                        .toArray(Arranged[]::new)
                : new Arranged[0];
        designs = k -> isKept ? all[k] : arrange(shuffled.apply(k));
    }

    private Arranged arrange(double[][] design) {
        int[] sizes = new int[squares.length];
        for (double label : design[columns]) sizes[group(label)]++;
        int[][] members = new int[sizes.length][];
        float[][][] weights = new float[sizes.length][columns][];
        for (int g = 0; g < sizes.length; g++) {
            members[g] = new int[FloatProducts.padded(sizes[g])];
            for (int c = 0; c < columns; c++) weights[g][c] = new float[members[g].length];
        }
        int[] next = new int[sizes.length];
        for (int i = 0; i < rows.length; i++) {
            int g = group(design[columns][i]), m = next[g]++;
            members[g][m] = i;
            for (int c = 0; c < columns; c++) weights[g][c][m] = (float) design[c][i];
        }
        return new Arranged(sizes, members, weights);
    }

    private static int group(double label) {
        return (int) Math.abs(label) - 1;
    }

    @Override
    public void load(VoxelTile tile) {
        FloatTile.round(tile.residuals(), rows);
    }

    /** Each number, weight and product is rounded, then sums of two and of four, then the sum of all (Higham 2002, section 3.1). */
    @Override
    public double error() {
        return 1.01 * (5 + picked.length / ROWS) * FloatTile.ROUNDING + picked.length * FloatTile.TINY;
    }

    @Override
    public void sum(int shuffle, int group, int column, float[] sum) {
        Arranged design = designs.apply(shuffle);
        int[] member = design.members()[group];
        for (int m = 0; m < member.length; m++) picked[m] = rows[member[m]];
        GroupBound.combine(design.weights()[group][column], picked, sum);
    }

    /** The last group has what the others leave of 1. */
    @Override
    public float[][] squares(int shuffle) {
        Arranged design = designs.apply(shuffle);
        int last = squares.length - 1;
        Arrays.fill(squares[last], 1);
        for (int g = 0; g < last; g++) {
            addSquares(design.members()[g], design.sizes()[g], squares[g]);
            subtract(squares[g], squares[last]);
        }
        return squares;
    }

    private void addSquares(int[] member, int size, float[] sum) {
        int m = 0;
        Arrays.fill(sum, 0);
        for (; m + ROWS <= size; m += ROWS)
            addSquares(rows[member[m]], rows[member[m + 1]], rows[member[m + 2]], rows[member[m + 3]], sum);
        for (; m < size; m++) FloatProducts.addSquares(rows[member[m]], sum);
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void addSquares(float[] p, float[] q, float[] r, float[] s, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] = sum[j] + ((p[j] * p[j] + q[j] * q[j]) + (r[j] * r[j] + s[j] * s[j]));
    }

    private static void subtract(float[] x, float[] from) {
        for (int j = 0; j < SIZE; j++) from[j] -= x[j];
    }
}
