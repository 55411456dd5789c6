package cohort.permute.screen;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.CountingScreen;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Counts shuffles in single precision. With r what {@link Reach#reach} says of a voxel's aim, the statistic reaches it if b², with
 * the sign of b where it counts, times 1 − r² is at least r², with the sign of r, times what effect and nuisance leave. A bound of
 * that from both sides decides most voxels; for the others it is computed. Differences in units of their margin, cut off at ±1, are
 * ±1 unless single precision cannot tell, and their sum says how many shuffles were counted. One instance per thread.
 */
public final class FloatCounts implements CountingScreen {
    private static final int SIZE = VoxelTile.SIZE;
    /** A difference beyond any that data give. */
    private static final float SURE = 4;
    /** What rounding factors, products and differences may amount to, and double precision. */
    private static final double SLACK = 16 * FloatTile.ROUNDING + 1e-9;

    private final FloatScreen screen;
    private final KnownRest rest;
    private final Tail tail;
    private final Reach statistic;
    private final float[] factor = new float[SIZE], level = new float[SIZE], sure = new float[SIZE];
    private final float[] unit = new float[SIZE], difference = new float[SIZE], products = new float[SIZE];
    private final float[] most = new float[SIZE], sum = new float[SIZE], lanes = new float[FloatProducts.LANES];
    private int length, shuffles;

    /** @param rest says what effect and nuisance leave */
    public FloatCounts(KnownRest rest, Tail tail, Reach statistic) {
        this.tail = tail;
        this.statistic = statistic;
        this.rest = rest;
        screen = new FloatScreen(rest, tail, statistic);
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        screen.prepare(block, designs);
    }

    @Override
    public int tiles() {
        return screen.tiles();
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        screen.load(tiles);
    }

    @Override
    public void load(List<VoxelTile> tiles, double[] aims, int first) {
        load(tiles);
        VoxelTile tile = tiles.get(0);
        length = tile.length();
        shuffles = 0;
        Arrays.fill(sum, 0);
        for (int j = 0; j < length; j++) aim(j, aims[first + j], tile.norm(j) == 0);
        for (int j = length; j < SIZE; j++) decide(j, false);
    }

    private void aim(int voxel, double aim, boolean isZero) {
        boolean isSigned = statistic.isSigned() && tail != Tail.BOTH;
        if (isZero || !isSigned && aim <= 0) {
            decide(voxel, aim <= 0);
            return;
        }
        double reach = statistic.reach(aim), share = reach * reach;
        factor[voxel] = (float) ((1 - share) * (tail == Tail.NEGATIVE ? -1 : 1));
        level[voxel] = (float) (share * Math.signum(reach));
        sure[voxel] = 0;
        unit[voxel] = unit(share);
    }

    /**
     * What a difference is multiplied by: 1 over the margin. With b off by at most e, and β what |b| must reach given what is left, a
     * difference of the squares of b and β counts if it is beyond 2βe + e²: then b as computed is e or more beyond β. As what is left
     * is at most 1, (1 − r²) β is at most |r| √(1 − r²).
     */
    private float unit(double share) {
        double off = rest.effectError(), squares = off * off + (statistic.effects() + 4) * FloatTile.ROUNDING;
        double effect = 2 * off * Math.sqrt(share * (1 - share)) + (1 - share) * squares;
        return (float) ((1 - 1e-6) / (effect + share * rest.error() + SLACK));
    }

    private void decide(int voxel, boolean counts) {
        factor[voxel] = level[voxel] = 0;
        unit[voxel] = 1;
        sure[voxel] = counts ? SURE : -SURE;
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        return screen.candidates(shuffle, level, floor, found);
    }

    @Override
    public int count(int shuffle, int[] open) {
        shuffles++;
        float[] left = screen.left();
        compare(left, difference);
        if (rest.beyond().length > 0) {
            System.arraycopy(left, 0, most, 0, SIZE);
            FloatProducts.add(rest.beyond(), most);
            compare(most, products);
            multiply(difference, products);
            rest.know(shuffle, left, open, FloatProducts.below(1, products, lanes, length, open));
            compare(left, difference); // where both agreed, they still do
        }
        System.arraycopy(difference, 0, products, 0, SIZE);
        multiply(difference, products);
        int count = FloatProducts.below(1, products, lanes, length, open);
        for (int c = 0; c < count; c++) difference[open[c]] = -1;
        FloatProducts.add(difference, sum);
        return count;
    }

    private void compare(float[] left, float[] result) {
        if (statistic.isSigned() && tail != Tail.BOTH)
            compareSigned(screen.effects()[0], left, factor, level, sure, unit, result);
        else compare(screen.gained(), left, factor, level, sure, unit, result);
    }

    @Override
    public void addCounts(int[] reached, int first) {
        for (int j = 0; j < length; j++) reached[first + j] += (shuffles + Math.round(sum[j])) / 2;
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static void compare(
            float[] squares, float[] left, float[] factor, float[] level, float[] sure, float[] unit, float[] result) {
        for (int j = 0; j < SIZE; j++)
            result[j] = Math.max(-1f, Math.min(1f, unit[j] * (factor[j] * squares[j] - level[j] * left[j] + sure[j])));
    }

    private static void compareSigned(
            float[] effect, float[] left, float[] factor, float[] level, float[] sure, float[] unit, float[] result) {
        for (int j = 0; j < SIZE; j++)
            result[j] = Math.max(
                    -1f,
                    Math.min(
                            1f,
                            unit[j] * (factor[j] * effect[j] * Math.abs(effect[j]) - level[j] * left[j] + sure[j])));
    }

    private static void multiply(float[] by, float[] x) {
        for (int j = 0; j < SIZE; j++) x[j] *= by[j];
    }
}
