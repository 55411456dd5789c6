package cohort.permute.screen;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Screens v and G in single precision. With effects b_X, the residual squares e_g and the degrees of freedom ν_g of group g, and the
 * rows M_g of the design's effect, v², or q times G, is at most Σ ν_g / e_g b_X' M_g'M_g b_X: what is left of the information when
 * the nuisance is eliminated is no more than all of it, and Λ is at least 1. It is at least the square of b_X times the least ν_g /
 * e_g, as the M_g'M_g sum to the unit matrix. One instance per thread.
 */
public final class GroupScreen implements TileScreen {
    private static final int SIZE = VoxelTile.SIZE, ROWS = FloatProducts.ROWS;
    /** From so many voxels on it pays to look at the most promising one first. */
    private static final int MANY = 8;
    /** What a bound may be off, relatively. */
    private static final double RELATIVE = 1e-5;
    /** Numbers of arranged designs that are kept: 4 MB. */
    private static final int MOST_KEPT = 1 << 20;
    /** Residuals that may be none. */
    private static final float NOTHING = 1e-30f;

    /** What is known of a statistic that tells groups of subjects apart. */
    public interface Groups {

        /** The columns of the effect. */
        int effects();

        /** The columns of effect and nuisance together. */
        int columns();

        /** ν_g. */
        double[] freedoms();

        /** M_g'M_g, groups x columns x columns. */
        double[][][] crossProducts();

        /** What v², or q times G, exceeds wherever the statistic exceeds a level. */
        double least(double level);

        /** A level that is reached where v², or q times G without Λ, is as great; −∞ if none is known. */
        double reached(double square);
    }

    /**
     * A shuffled design by groups.
     *
     * @param members who are in each group, filled up
     * @param weights groups x columns x members
     */
    private record Arranged(int[] sizes, int[][] members, float[][][] weights) {}

    private final Groups groups;
    private final Tail tail;
    private final int subjects, effects, columns;
    private final FloatTile tile;
    private final float[][] squares; // of the numbers, subjects x voxels
    private final float[][][] dots;
    private final float[][] within, left; // squares, and what residuals are left, groups x voxels
    private final float[][] sums;
    private final float[] fitted = new float[SIZE], quadratic = new float[SIZE];
    private final float[] bound = new float[SIZE], needed = new float[SIZE], lanes = new float[FloatProducts.LANES];
    private final boolean[] zero = new boolean[SIZE];
    private final double effectError, quadraticError, residualError;
    private IntFunction<Arranged> designs = k -> new Arranged(new int[0], new int[0][], new float[0][][]);
    private int length;

    public GroupScreen(int subjects, Groups groups, Tail tail) {
        this.groups = groups;
        this.tail = tail;
        this.subjects = subjects;
        effects = groups.effects();
        columns = groups.columns();
        int count = groups.freedoms().length;
        tile = new FloatTile(subjects);
        squares = new float[subjects][SIZE];
        dots = new float[count][columns][SIZE];
        within = new float[count][SIZE];
        left = new float[count][SIZE];
        sums = new float[columns][SIZE];
        double dotError = FloatTile.error(subjects), u = FloatTile.ROUNDING;
        effectError = count * (dotError + u);
        double fittedError = columns * (effectError + 4 * u);
        quadraticError = effects * (fittedError + 3 * effectError + 4 * u);
        residualError =
                count * (subjects + 8) * u + columns * (fittedError + 2 * dotError + 4 * (effectError + u) + 16 * u);
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> shuffled) {
        boolean isKept = (long) block.size() * subjects * (columns + 1) <= MOST_KEPT;
        Arranged[] all = isKept
                ? IntStream.range(0, block.size())
                        .mapToObj(k -> arrange(shuffled.apply(k)))
                        .toArray(Arranged[]::new)
                : new Arranged[0];
        designs = k -> isKept ? all[k] : arrange(shuffled.apply(k));
    }

    @Override
    public int tiles() {
        return 1;
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        VoxelTile data = tiles.get(0);
        length = data.length();
        tile.load(data.residuals());
        for (int i = 0; i < subjects; i++)
            for (int j = 0; j < SIZE; j++) squares[i][j] = (float) (data.residuals()[i][j] * data.residuals()[i][j]);
        for (int j = 0; j < length; j++) zero[j] = data.norm(j) == 0;
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        sumWithinGroups(designs.apply(shuffle));
        Arrays.fill(bound, 0);
        for (int g = 0; g < dots.length; g++) addGroup(g);
        double known = level;
        int count = scan(known, found);
        if (count > MANY && known < floor) {
            known = Math.min(floor, Math.max(known, reached(found, count)));
            count = keep(known, found, count);
        }
        return known > 0 ? count : all(found);
    }

    private void addSquares(int[] members, int size, float[] sum) {
        Arrays.fill(sum, 0);
        int m = 0;
        for (; m + 3 < size; m += 4)
            add(squares[members[m]], squares[members[m + 1]], squares[members[m + 2]], squares[members[m + 3]], sum);
        for (; m < size; m++) FloatProducts.add(squares[members[m]], sum);
    }

    private void sumWithinGroups(Arranged arranged) {
        int[] sizes = arranged.sizes();
        int[][] members = arranged.members();
        float[] last = within[dots.length - 1];
        Arrays.fill(last, 1);
        for (int g = 0; g < dots.length; g++) {
            for (int c = 0; c < columns; c++) multiply(arranged, g, c);
            if (g == dots.length - 1) continue;
            addSquares(members[g], sizes[g], within[g]);
            subtract(within[g], last);
        }
        for (int c = 0; c < columns; c++) {
            Arrays.fill(sums[c], 0);
            for (float[][] group : dots) FloatProducts.add(group[c], sums[c]);
        }
    }

    /** Rows that fill a group up meet weights of 0. */
    private Arranged arrange(double[][] design) {
        int[] sizes = new int[dots.length];
        for (double label : design[columns]) sizes[group(label)]++;
        int[][] members = new int[sizes.length][];
        float[][][] weights = new float[sizes.length][columns][];
        for (int g = 0; g < sizes.length; g++) {
            members[g] = new int[FloatProducts.padded(sizes[g])];
            for (int c = 0; c < columns; c++) weights[g][c] = new float[members[g].length];
        }
        int[] next = new int[sizes.length];
        for (int i = 0; i < subjects; i++) {
            int g = group(design[columns][i]), m = next[g]++;
            members[g][m] = i;
            for (int c = 0; c < columns; c++) weights[g][c][m] = (float) design[c][i];
        }
        return new Arranged(sizes, members, weights);
    }

    private static int group(double label) {
        return (int) Math.abs(label) - 1;
    }

    private void multiply(Arranged arranged, int group, int column) {
        float[] u = arranged.weights()[group][column], sum = dots[group][column];
        int[] member = arranged.members()[group];
        float[][] rows = tile.rows();
        Arrays.fill(sum, 0);
        for (int m = 0; m < member.length; m += ROWS)
            FloatProducts.add(
                    SIZE,
                    sum,
                    u[m],
                    u[m + 1],
                    u[m + 2],
                    u[m + 3],
                    rows[member[m]],
                    rows[member[m + 1]],
                    rows[member[m + 2]],
                    rows[member[m + 3]]);
    }

    /** e_g = Σ y² + b' (M_g'M_g b − 2 M_g'y), and the group's part of the bound. */
    private void addGroup(int group) {
        double[][] products = groups.crossProducts()[group];
        System.arraycopy(within[group], 0, left[group], 0, SIZE);
        Arrays.fill(quadratic, 0);
        for (int r = 0; r < columns; r++) {
            multiply((float) products[r][0], sums[0], fitted);
            for (int c = 1; c < effects; c++) add((float) products[r][c], sums[c], fitted);
            if (r < effects) addProducts(sums[r], fitted, quadratic);
            for (int c = effects; c < columns; c++) add((float) products[r][c], sums[c], fitted);
            addResiduals(sums[r], fitted, dots[group][r], left[group]);
        }
        addShare(
                (float) groups.freedoms()[group],
                quadratic,
                (float) quadraticError,
                left[group],
                (float) residualError,
                bound);
    }

    private float limit(double level) {
        return level <= 0 ? -1 : (float) (groups.least(level) * (1 - RELATIVE));
    }

    private int scan(double level, int[] found) {
        FloatProducts.subtract(limit(level), bound, needed);
        int below = FloatProducts.below(0, needed, lanes, length, found), count = 0;
        for (int b = 0; b < below; b++) if (!zero[found[b]] && isOnSide(found[b])) found[count++] = found[b];
        return count;
    }

    private boolean isOnSide(int voxel) {
        return effects > 1 || tail.evidence(sums[0][voxel]) >= -effectError;
    }

    private int keep(double level, int[] found, int count) {
        float limit = limit(level);
        int kept = 0;
        for (int c = 0; c < count; c++) if (bound[found[c]] > limit) found[kept++] = found[c];
        return kept;
    }

    private int all(int[] found) {
        for (int j = 0; j < length; j++) found[j] = j;
        return length;
    }

    /** What the voxel whose bound is greatest reaches at least. */
    private double reached(int[] found, int count) {
        int best = found[0];
        for (int c = 1; c < count; c++) if (bound[found[c]] > bound[best]) best = found[c];
        double squared = 0, least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < effects; c++) squared += Math.pow(Math.max(0, Math.abs(sums[c][best]) - effectError), 2);
        for (int g = 0; g < dots.length; g++)
            least = Math.min(least, groups.freedoms()[g] / Math.max(0, left[g][best] + residualError));
        boolean isPositive = effects > 1 || tail.evidence(sums[0][best]) > effectError;
        return isPositive ? groups.reached(squared * least * (1 - RELATIVE)) : Double.NEGATIVE_INFINITY;
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void add(float[] x, float[] y, float[] z, float[] u, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] = sum[j] + x[j] + y[j] + z[j] + u[j];
    }

    private static void multiply(float factor, float[] x, float[] product) {
        for (int j = 0; j < SIZE; j++) product[j] = factor * x[j];
    }

    private static void add(float factor, float[] x, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += factor * x[j];
    }

    private static void subtract(float[] x, float[] from) {
        for (int j = 0; j < SIZE; j++) from[j] -= x[j];
    }

    private static void addProducts(float[] x, float[] y, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += x[j] * y[j];
    }

    private static void addResiduals(float[] b, float[] fitted, float[] dot, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += b[j] * (fitted[j] - 2 * dot[j]);
    }

    private static void addShare(
            float freedom, float[] square, float squareError, float[] rest, float restError, float[] sum) {
        for (int j = 0; j < SIZE; j++)
            sum[j] += freedom * (square[j] + squareError) / Math.max(NOTHING, rest[j] - restError);
    }
}
