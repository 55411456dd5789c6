package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.screen.Reach;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.ShortDots;
import cohort.permute.tile.ShortProducts;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Screens any shuffle of a design by inner products in 16 bits. With the squared inner products b² with the effect and a² with
 * the shuffled nuisance, the statistic exceeds a level exactly if b² + κa² exceeds κ, the square of {@link
 * Reach#reach}: if the vector of the inner products, those with the nuisance times √κ ≤ 1, is longer than √κ. Hence
 * only if the rounded vector is longer than √κ less the error of {@link ShortDots}. Squares are sums of 16 bits too: the error
 * being limited, no vector is longer than 1.2 · 127 units, whose square is below 2^15. Whether any voxel of the run passes is the
 * sign bit of the or over all differences.
 */
final class DotScreen implements TileScreen {
    /** If rounding may do more than this to columns of unit length, so many voxels pass that single precision is faster. */
    private static final double GREATEST_ERROR = 0.1;

    private static final int SIZE = ShortProducts.SIZE;

    private final int columns;
    private final Tail tail;
    private final Reach statistic;
    private final ShortDots dots;
    private final short[] gained = new short[SIZE], explained = new short[SIZE];
    private final short[] left = new short[SIZE], lanes = new short[ShortProducts.LANES];
    private int length;
    private double error, limit;
    private int threshold, factor;

    /** @param columns of each shuffled design: the effect and the nuisance that is shuffled with it */
    DotScreen(int subjects, int columns, Tail tail, Reach statistic) {
        this.columns = columns;
        this.tail = tail;
        this.statistic = statistic;
        this.dots = new ShortDots(subjects, columns);
    }

    /** Whether 16 bits tell enough. */
    static boolean suits(int subjects, int columns) {
        return ShortDots.worstError(subjects, columns) <= GREATEST_ERROR;
    }

    @Override
    public int tiles() {
        return ShortProducts.TILES;
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        dots.prepare(block.size(), designs);
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        length = tiles.stream().mapToInt(VoxelTile::length).sum();
        dots.load(tiles);
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        sumSquares(shuffle, 0, statistic.effects(), gained);
        sumSquares(shuffle, statistic.effects(), columns, explained);
        error = dots.error(shuffle);
        short[] dot = dots.sums(shuffle, 0);
        double most = statistic.reach(floor), least = statistic.reach(level);
        setLimit(least > 0 ? least : Math.min(most, leastReach(dot)));
        ShortProducts.subtract(threshold, gained, factor, explained, left);
        ShortProducts.fold(left, lanes);
        return scan(dot, most, found);
    }

    private void sumSquares(int shuffle, int from, int to, short[] sum) {
        if (from < to) ShortProducts.square(dots.sums(shuffle, from), sum);
        for (int c = from + 1; c < to; c++) ShortProducts.addSquares(dots.sums(shuffle, c), sum);
    }

    /** Chooses threshold and factor such that what is left of any b² + κa² above κ, all in units, is negative. */
    private void setLimit(double reach) {
        limit = reach;
        double length = dots.unit() * reach - error;
        factor = columns == statistic.effects() || length <= 0 ? 0 : (int) Math.ceil(64 * reach * reach);
        threshold = length <= 0 ? -1 : (int) Math.floor(length * length) - factor;
    }

    /** Below the floor only what comes near the largest value so far is of interest. */
    private int scan(short[] dot, double most, int[] found) {
        int near = 0;
        for (int lane = 0; lane < lanes.length; lane++)
            if (lanes[lane] < 0)
                for (int j = lane; j < length; j += lanes.length)
                    if (isLeft(j) && effect(dot, j) >= -error) {
                        found[near++] = j;
                        double least = Math.min(most, leastReach(effect(dot, j)));
                        if (least > limit) setLimit(least);
                    }
        int count = 0;
        for (int n = 0; n < near; n++) if (isLeft(found[n])) found[count++] = found[n];
        Arrays.sort(found, 0, count);
        return count;
    }

    private boolean isLeft(int voxel) {
        return threshold - gained[voxel] - factor * (explained[voxel] >> 6) < 0;
    }

    /** What a voxel must reach to exceed the greatest statistic, as far as the first voxels tell. */
    private double leastReach(short[] dot) {
        double greatest = 0;
        for (int j = 0; j < Math.min(length, lanes.length); j++) greatest = Math.max(greatest, effect(dot, j));
        return leastReach(greatest);
    }

    /** What a voxel must reach to exceed one with this effect, whatever the nuisance. */
    private double leastReach(double effect) {
        return statistic.rival((effect - error) / dots.unit());
    }

    private double effect(short[] dot, int voxel) {
        return statistic.isSigned() ? tail.evidence(dot[voxel] >> 8) : Math.sqrt(gained[voxel]);
    }
}
