package cohort.permute.screen.group;

import cohort.design.matrix.Columns;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;

/**
 * The bound for any design, by inner products with each column in each group. The M_g'M_g of two groups sum to the unit matrix, so that
 * they have the same eigenvectors: rotated to these, M has products without anything beside the diagonal, which need not be summed.
 */
final class GroupDots implements GroupBound {
    private static final int SIZE = VoxelTile.SIZE;
    /** What may be beside the diagonal for rounding. */
    private static final double NEGLIGIBLE = 1e-10;

    private final Groups groups;
    private final int count, effects, columns;
    private final double[][] rotation; // of b to the columns of M: M times it is what is multiplied
    private final GroupSums within;
    private final float[][] toEffect; // the rotation's rows of the effect
    private final float[][][] products, effectProducts; // M_g'M_g of the rotated M, and of the effect as it is
    private final boolean[][] isDiagonal; // groups x columns
    private final float[][][] dots; // groups x columns x voxels
    private final float[][] sums, effect; // columns x voxels
    private final float[][] left; // e_g, groups x voxels
    private final float[] fitted = new float[SIZE], quadratic = new float[SIZE];
    private final double effectError, quadraticError, residualError;

    /**
     * @param design the columns of M before any shuffle and the groups
     * @param onlyFlips whether shuffles leave the subjects in their places
     */
    GroupDots(double[][] design, Groups groups, boolean onlyFlips) {
        this.groups = groups;
        int subjects = design[0].length;
        count = groups.sizes().length;
        effects = groups.effects();
        columns = groups.columns();
        rotation = rotation(groups);
        within = GroupSums.of(rotate(design), count, onlyFlips);
        toEffect = rounded(Arrays.copyOf(rotation, effects));
        products = new float[count][][];
        effectProducts = new float[count][][];
        isDiagonal = new boolean[count][columns];
        for (int g = 0; g < count; g++) {
            SimpleMatrix v = new SimpleMatrix(rotation), all = new SimpleMatrix(groups.crossProducts()[g]);
            double[][] rotated = Columns.of(v.transpose().mult(all).mult(v).getDDRM());
            products[g] = rounded(rotated);
            effectProducts[g] =
                    rounded(Columns.of(all.rows(0, effects).cols(0, effects).getDDRM()));
            for (int r = 0; r < columns; r++) isDiagonal[g][r] = isDiagonal(rotated[r], r);
        }
        dots = new float[count][columns][SIZE];
        sums = new float[FloatProducts.padded(columns)][SIZE];
        effect = new float[FloatProducts.padded(effects)][SIZE];
        left = new float[count][SIZE];
        double u = FloatTile.ROUNDING, dotError = within.error(), sumError = count * (dotError + u);
        double fittedError = columns * (sumError + 4 * u) + NEGLIGIBLE * columns;
        effectError = columns * (sumError + 4 * u);
        quadraticError = effects * (effects * (effectError + 4 * u) + 3 * effectError + 4 * u);
        residualError =
                count * (subjects + 8) * u + columns * (fittedError + 2 * dotError + 4 * (sumError + u) + 16 * u);
    }

    /** The eigenvectors of M_g'M_g for two groups, or else the unit vectors; as columns. */
    private static double[][] rotation(Groups groups) {
        SimpleMatrix first = new SimpleMatrix(groups.crossProducts()[0]);
        SimpleMatrix rotation = SimpleMatrix.identity(first.numRows());
        if (groups.sizes().length == 2) {
            SimpleEVD<SimpleMatrix> eigen = first.eig();
            for (int k = 0; k < rotation.numCols(); k++)
                rotation.setColumn(k, 0, eigen.getEigenVector(k).getDDRM().data);
        }
        return Columns.of(rotation.transpose().getDDRM());
    }

    private static boolean isDiagonal(double[] row, int place) {
        for (int c = 0; c < row.length; c++) if (c != place && Math.abs(row[c]) > NEGLIGIBLE) return false;
        return true;
    }

    private static float[][] rounded(double[][] rows) {
        float[][] rounded = new float[rows.length][FloatProducts.padded(rows[0].length)];
        FloatTile.round(rows, rounded);
        return rounded;
    }

    /** M times the rotation, and the groups. */
    private double[][] rotate(double[][] design) {
        double[][] rotated = new double[columns + 1][design[0].length];
        for (int k = 0; k < columns; k++)
            for (int c = 0; c < columns; c++)
                for (int i = 0; i < design[c].length; i++) rotated[k][i] += rotation[c][k] * design[c][i];
        rotated[columns] = design[columns];
        return rotated;
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> shuffled) {
        within.prepare(shuffles, k -> rotate(shuffled.apply(k)));
    }

    @Override
    public void load(VoxelTile tile) {
        within.load(tile);
    }

    @Override
    public void bound(int shuffle, float[] bound) {
        for (int g = 0; g < count; g++) for (int c = 0; c < columns; c++) within.sum(shuffle, g, c, dots[g][c]);
        for (int c = 0; c < columns; c++) {
            Arrays.fill(sums[c], 0);
            for (float[][] group : dots) FloatProducts.add(group[c], sums[c]);
        }
        for (int r = 0; r < effects; r++) GroupBound.combine(toEffect[r], sums, effect[r]);
        float[][] squares = within.squares(shuffle);
        Arrays.fill(bound, 0);
        for (int g = 0; g < count; g++) addGroup(g, squares[g], bound);
    }

    /** e_g = Σ y² + b' (M_g'M_g b − 2 M_g'y), and the group's part of the bound. */
    private void addGroup(int group, float[] squares, float[] bound) {
        System.arraycopy(squares, 0, left[group], 0, SIZE);
        for (int r = 0; r < columns; r++) {
            float[] b = sums[r], dot = dots[group][r], row = products[group][r];
            if (isDiagonal[group][r]) addResiduals(row[r], b, dot, left[group]);
            else {
                GroupBound.combine(row, sums, fitted);
                addResiduals(b, fitted, dot, left[group]);
            }
        }
        Arrays.fill(quadratic, 0);
        for (int r = 0; r < effects; r++) {
            GroupBound.combine(effectProducts[group][r], effect, fitted);
            addProducts(effect[r], fitted, quadratic);
        }
        GroupBound.addShare(
                (float) groups.freedoms()[group],
                quadratic,
                (float) quadraticError,
                left[group],
                (float) residualError,
                bound);
    }

    @Override
    public double effect(int column, int voxel) {
        return effect[column][voxel];
    }

    @Override
    public double effectError() {
        return effectError;
    }

    @Override
    public double most(int group, int voxel) {
        return Math.max(0, left[group][voxel] + residualError);
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void addProducts(float[] x, float[] y, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += x[j] * y[j];
    }

    private static void addResiduals(float[] b, float[] fitted, float[] dot, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += b[j] * (fitted[j] - 2 * dot[j]);
    }

    private static void addResiduals(float product, float[] b, float[] dot, float[] sum) {
        for (int j = 0; j < SIZE; j++) sum[j] += b[j] * (product * b[j] - 2 * dot[j]);
    }
}
