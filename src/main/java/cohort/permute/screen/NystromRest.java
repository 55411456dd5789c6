package cohort.permute.screen;

import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Bounds what many nuisance columns leave by few products. A voxel's data are cleared of what a model removes, so that they are R s
 * with an orthonormal basis R of the rest (cleared twice, to 1e-12), and fewer numbers. Of s a shuffled design X leaves s'Gs with
 * G = I − R'XX'R, whose eigenvalues are between 0 and 1. From its first k rows G_k, with the square G_kk in them, Nyström's
 * approximation G_k' G_kk⁻¹ G_k follows. The rest, a Schur complement, has no negative eigenvalue (Williams &amp; Seeger 2001,
 * Advances in Neural Information Processing Systems 13:682). Hence s'Gs is at least the squared length of Ls, with L the first k
 * rows of Cholesky's factor of G, and every further row adds to the bound. A ridge ε on the diagonal of G_kk keeps rounding
 * from growing; it is taken off the bound, and as much again for what rounding in double precision does.
 *
 * <p>The first rows are multiplied with all voxels, the next ones with those that are not ruled out, and so on. No eigenvalue of the
 * Schur complement exceeds 1: what the first k rows say may be too little by no more than the squares of the other numbers of s, and
 * all rows say what is left. One instance per thread.
 */
public final class NystromRest implements KnownRest {
    /** ε. */
    private static final double RIDGE = 1e-6;
    /** What each first row should stand for of the degrees of freedom of a design, and how many rows follow for each of these. */
    private static final double FREEDOMS = 4;

    private static final int ALL = 6;

    private final int effects;
    private final double[][] basis; // columns of R
    private final double[][] bySubject; // rows of R
    private final double[][] inner; // X'R
    private final double[] weights;
    private final double[][] factor; // L
    private final double[][] coordinates; // s, terms x voxels
    private final FloatTile tile;
    private final FloatDots dots;
    private final Survivors survivors;
    private final float[] beyond = new float[VoxelTile.SIZE];
    private final int first, all;
    private float[][][] rows = new float[0][][]; // shuffle, effects and L, terms
    private int shuffles;
    private int pair;

    /**
     * @param removed orthonormal columns that the data are cleared of
     * @param effects columns of the effect
     * @param columns these and the nuisance's that are shuffled, all orthonormal
     * @param isKnown whether there must be all rows
     */
    public NystromRest(int subjects, double[][] removed, int effects, int columns, boolean isKnown) {
        this.effects = effects;
        basis = Complement.of(removed, subjects);
        bySubject = Complement.transposed(basis, subjects);
        inner = new double[columns][basis.length];
        first = Math.min(basis.length, first(subjects, columns));
        all = isKnown ? basis.length : Math.min(basis.length, ALL * first);
        weights = new double[Math.max(columns, all)];
        factor = new double[all][basis.length];
        coordinates = new double[basis.length][VoxelTile.SIZE];
        tile = new FloatTile(basis.length);
        dots = new FloatDots(tile, effects + first);
        survivors = new Survivors(basis.length);
    }

    /** Whether it saves more than half of the products. */
    public static boolean suits(int subjects, int removed, int columns) {
        return 3 * first(subjects, columns) * (subjects - removed) < columns * subjects;
    }

    private static int first(int subjects, int columns) {
        int freedoms = subjects - columns;
        return 4 * (int) Math.ceil(freedoms * (double) freedoms / subjects / (4 * FREEDOMS));
    }

    @Override
    public void prepare(int count, IntFunction<double[][]> designs) {
        shuffles = count;
        int made = rows.length;
        if (made < count) {
            rows = Arrays.copyOf(rows, count);
            int more = (all - first + Survivors.ROWS - 1) / Survivors.ROWS * Survivors.ROWS; // with rows of zeros
            for (int k = made; k < count; k++)
                rows[k] = new float[effects + first + more][FloatProducts.padded(basis.length)];
        }
        for (int k = 0; k < count; k++) factorize(designs.apply(k), rows[k]);
    }

    private void factorize(double[][] design, float[][] rounded) {
        for (int c = 0; c < inner.length; c++) Combinations.sum(design[c], bySubject, bySubject.length, inner[c]);
        for (int k = 0; k < all; k++) addRow(k);
        FloatTile.round(Arrays.copyOf(inner, effects), rounded);
        FloatTile.round(factor, Arrays.copyOfRange(rounded, effects, rounded.length));
    }

    /** A row of Cholesky's factor, from a row of G and the rows of the factor before it. */
    private void addRow(int k) {
        double[] row = factor[k];
        for (int c = 0; c < inner.length; c++) weights[c] = -inner[c][k];
        Combinations.sum(weights, inner, inner.length, row);
        row[k] += 1 + RIDGE;
        for (int l = 0; l < k; l++) weights[l] = -factor[l][k];
        Combinations.add(weights, factor, k, row);
        Combinations.scale(row, 1 / Math.sqrt(Math.max(RIDGE, row[k])));
    }

    @Override
    public void load(VoxelTile data) {
        pair = -1;
        for (int c = 0; c < basis.length; c++) Products.multiply(basis[c], data.residuals(), coordinates[c]);
        tile.load(coordinates);
        for (int j = 0; j < VoxelTile.SIZE; j++) {
            double squares = 0;
            for (int i = first; i < basis.length; i++) squares += coordinates[i][j] * coordinates[i][j];
            beyond[j] = Math.nextUp((float) squares);
        }
    }

    @Override
    public void bound(int shuffle, float[][] effect, float[] least) {
        if (shuffle / 2 != pair) {
            pair = shuffle / 2;
            dots.multiply(rows[2 * pair], rows[Math.min(2 * pair + 1, shuffles - 1)], VoxelTile.SIZE);
        }
        float[][] sum = dots.sums(shuffle % 2);
        for (int c = 0; c < effects; c++) System.arraycopy(sum[c], 0, effect[c], 0, VoxelTile.SIZE);
        Arrays.fill(least, 0);
        for (int c = effects; c < sum.length; c++) FloatProducts.addSquares(sum[c], least);
    }

    @Override
    public float[] beyond() {
        return beyond;
    }

    @Override
    public void know(int shuffle, float[] left, int[] places, int count) {
        if (count == 0) return;
        survivors.take(tile.rows(), first, left, places, count);
        survivors.add(rows[shuffle], effects + first, left);
    }

    @Override
    public double error() {
        return FloatTile.squareError(basis.length, all) + 2 * RIDGE;
    }

    @Override
    public double effectError() {
        return FloatTile.error(basis.length) * Math.sqrt(effects);
    }

    @Override
    public double most(int shuffle, int voxel) {
        double rest = 1 + FloatTile.squareError(basis.length, effects);
        for (int c = 0; c < effects; c++) {
            double effect = dots.sums(shuffle % 2)[c][voxel];
            rest -= effect * effect;
        }
        return Math.max(0, rest);
    }

    @Override
    public int refine(int shuffle, float[] gained, float[] least, Limit limit, int[] found, int count) {
        if (count == 0) return 0;
        survivors.take(tile.rows(), first, least, found, count);
        survivors.refine(rows[shuffle], effects + first, gained, limit);
        return survivors.put(found);
    }
}
