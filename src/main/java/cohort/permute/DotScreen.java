package cohort.permute;

import java.util.Arrays;
import java.util.List;

/**
 * Screens any shuffle of a design by inner products in single precision. With the squared inner products b² with the
 * effect and a² with the shuffled nuisance, the statistic exceeds a level exactly if b² + κa² exceeds κ, the square of
 * {@link TestStatistic#reach}. Rounding changes an
 * inner product of two vectors of unit length by at most (n + 4) 2^-24; every comparison allows for it. Whether any voxel
 * of a tile passes is first asked of the sum over the tile of the 16th powers of (b² + κa²) / κ, which cannot be below 1
 * if one of them is above: sums of products are what the compiler turns into vector instructions.
 */
final class DotScreen implements TileScreen {
    private static final int SIZE = VoxelTile.SIZE;
    /** The sums of powers are gathered in this many places before these are summed. */
    private static final int LANES = 64;

    private static final float ALMOST_ONE = 0.999f;
    /** If the nuisance leaves less of a voxel than this, it is always computed exactly. */
    private static final double LEAST_REST = 0.01;

    private final Tail tail;
    private final TestStatistic statistic;
    private final int subjects;
    private final double allowance;
    private final float[][] data;
    private final float[] dot = new float[SIZE], power = new float[SIZE];
    private final float[] gained = new float[SIZE], explained = new float[SIZE];
    private float[][][] designs = new float[0][][];
    private int length;

    /** @param columns of each shuffled design: the effect and the nuisance that is shuffled with it */
    DotScreen(int subjects, int columns, Tail tail, TestStatistic statistic) {
        this.tail = tail;
        this.statistic = statistic;
        this.subjects = subjects;
        this.allowance = 4 * columns * (subjects + 4) * 0x1p-24;
        this.data = new float[subjects + 1][SIZE]; // a row of zeros makes the number of subjects even
    }

    @Override
    public void prepare(List<Shuffle> block, double[][][] shuffled) {
        designs = new float[shuffled.length][][];
        for (int k = 0; k < designs.length; k++)
            designs[k] = Arrays.stream(shuffled[k]).map(DotScreen::single).toArray(float[][]::new);
    }

    private static float[] single(double[] column) {
        float[] single = new float[column.length + 1];
        for (int i = 0; i < column.length; i++) single[i] = (float) column[i];
        return single;
    }

    @Override
    public void load(VoxelTile tile) {
        length = tile.length();
        for (int i = 0; i < subjects; i++) {
            double[] residuals = tile.residuals()[i];
            for (int j = 0; j < SIZE; j++) data[i][j] = (float) residuals[j];
        }
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        float[][] design = designs[shuffle];
        sumSquares(design, statistic.effects(), design.length, explained);
        sumSquares(design, 0, statistic.effects(), gained); // leaves the only effect of t in dot
        double reach = statistic.reach(level), kappa = reach > 0 ? reach * reach : 0;
        if (kappa > 2 * allowance && !mayExceed(kappa, design.length > statistic.effects())) return 0;
        return scan(reach, statistic.reach(floor), found);
    }

    private void sumSquares(float[][] design, int from, int to, float[] sum) {
        Arrays.fill(sum, 0);
        for (int c = from; c < to; c++) {
            multiply(design[c], dot);
            addSquares(sum, dot);
        }
    }

    private void multiply(float[] weights, float[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < subjects; i += 2) add(sum, weights[i], data[i], weights[i + 1], data[i + 1]);
    }

    private boolean mayExceed(double kappa, boolean nuisance) {
        float scale = (float) (1 / (kappa - allowance));
        if (nuisance) sixteenthPowers(power, gained, explained, scale, (float) kappa * scale);
        else sixteenthPowers(power, gained, scale);
        for (int half = SIZE / 2; half >= LANES; half /= 2) fold(power, half);
        float sum = 0;
        for (int j = 0; j < LANES; j++) sum += power[j];
        return sum >= ALMOST_ONE;
    }

    /** Below the floor only what comes near the greatest value so far is of interest. */
    private int scan(double level, double floor, int[] found) {
        int count = 0;
        double limit = level;
        for (int j = 0; j < length; j++) {
            double rest = 1 - explained[j];
            if (rest < LEAST_REST) {
                found[count++] = j;
                continue;
            }
            double root = Math.sqrt(rest), error = allowance / (rest * root);
            double value = (statistic.isSigned() ? tail.evidence(dot[j]) : Math.sqrt(gained[j])) / root;
            if (value + error > limit) {
                found[count++] = j;
                limit = Math.max(limit, Math.min(floor, value - error));
            }
        }
        return count;
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void add(float[] sum, float u, float[] x, float v, float[] y) {
        for (int j = 0; j < SIZE; j++) sum[j] = Math.fma(v, y[j], Math.fma(u, x[j], sum[j]));
    }

    private static void addSquares(float[] sum, float[] x) {
        for (int j = 0; j < SIZE; j++) sum[j] = Math.fma(x[j], x[j], sum[j]);
    }

    private static void sixteenthPowers(float[] power, float[] gained, float scale) {
        for (int j = 0; j < SIZE; j++) {
            float x = gained[j] * scale;
            x *= x;
            x *= x;
            x *= x;
            power[j] = x * x;
        }
    }

    private static void sixteenthPowers(float[] power, float[] gained, float[] explained, float scale, float kappa) {
        for (int j = 0; j < SIZE; j++) {
            float x = Math.fma(gained[j], scale, explained[j] * kappa);
            x *= x;
            x *= x;
            x *= x;
            power[j] = x * x;
        }
    }

    private static void fold(float[] sums, int half) {
        for (int j = 0; j < half; j++) sums[j] += sums[half + j];
    }
}
