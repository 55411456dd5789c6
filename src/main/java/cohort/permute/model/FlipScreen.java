package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.CountingScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Screens sign flips of a single column. The products of effect and data are rounded to whole numbers once; the sum over
 * subjects of ± these is then exact, so that a sum is off by at most half a unit a subject. Subjects are taken in groups
 * of up to five: the sums of all sign patterns of a group are made once for a tile and looked up by every shuffle (the
 * method of the Four Russians). Whether any voxel of the tile exceeds a threshold is the sign bit of the OR over all
 * differences, a loop that the compiler turns into vector instructions.
 */
final class FlipScreen implements CountingScreen {
    /** One unit is 2^-29: sums of magnitude 1 and their differences stay within 31 bits. */
    private static final double UNITS = 1 << 29;

    private static final int GROUP = 5;
    /** Aims that every sum is beyond, and none. */
    private static final int ALWAYS = -1 << 30, NEVER = 1 << 30;
    /** Groups that one pass over the tile sums; there are as many groups as fill whole passes. */
    private static final int LOOKUPS = 4;

    private static final int SIZE = VoxelTile.SIZE;

    private final double[] effect;
    private final Tail tail;
    private final TestStatistic statistic;
    private final int margin;
    private final int groups;
    private final int[][][] sums; // group, sign pattern, voxel
    private final int[] units = new int[SIZE];
    private final int[] total = new int[SIZE];
    private final int[] aim = new int[SIZE];
    private final int[] reached = new int[SIZE];
    private int[][] patterns = new int[0][];
    private boolean isCounting;
    private int length;

    /** @param effect the effect's column before any flip, of unit length */
    FlipScreen(double[] effect, Tail tail, TestStatistic statistic) {
        this.effect = effect;
        this.tail = tail;
        this.statistic = statistic;
        int passes = (effect.length + LOOKUPS * GROUP - 1) / (LOOKUPS * GROUP);
        groups = LOOKUPS * passes;
        margin = effect.length / 2 + 2;
        sums = new int[groups][][];
        for (int g = 0; g < groups; g++) sums[g] = new int[1 << start(g + 1) - start(g)][SIZE];
    }

    private int start(int group) {
        return effect.length * group / groups;
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        patterns = new int[block.size()][groups];
        for (int k = 0; k < patterns.length; k++) {
            int[] sign = block.get(k).sign();
            for (int g = 0; g < groups; g++)
                for (int i = start(g); i < start(g + 1); i++) if (sign[i] > 0) patterns[k][g] |= 1 << i - start(g);
        }
    }

    @Override
    public int tiles() {
        return 1;
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        VoxelTile tile = tiles.get(0);
        length = tile.length();
        for (int g = 0; g < groups; g++) {
            Arrays.fill(sums[g][0], 0);
            for (int i = start(g); i < start(g + 1); i++)
                addSubject(tile.residuals()[i], i, sums[g], 1 << i - start(g));
        }
    }

    /** An aim is the greatest sum that certainly misses it, less so much that a wider margin divides what may be from what is. */
    @Override
    public void load(List<VoxelTile> tiles, double[] aims, int first) {
        load(tiles);
        isCounting = true;
        Arrays.fill(reached, 0);
        Arrays.fill(aim, NEVER);
        VoxelTile tile = tiles.get(0);
        for (int j = 0; j < length; j++) {
            double least = aims[first + j];
            boolean isFixed = tile.norm(j) == 0 || tail == Tail.BOTH && least <= 0;
            aim[j] = isFixed ? least <= 0 ? ALWAYS : NEVER : units(least) - margin;
        }
    }

    /** Doubles the patterns of a group: each gets minus the subject's value, its copy with the subject's bit plus. */
    private void addSubject(double[] residuals, int subject, int[][] sums, int bit) {
        double scale = UNITS * effect[subject] * (tail == Tail.NEGATIVE ? -1 : 1);
        for (int j = 0; j < SIZE; j++) units[j] = (int) Math.rint(scale * residuals[j]);
        for (int p = 0; p < bit; p++) {
            addTo(sums[p | bit], sums[p], units);
            subtract(sums[p], units);
        }
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        int threshold = units(level) - margin;
        int[] pattern = patterns[shuffle];
        if (!isCounting && groups == LOOKUPS && !mayExceed(pattern, threshold)) return 0;
        Arrays.fill(total, 0);
        for (int g = 0; g < groups; g += LOOKUPS)
            add(total, row(pattern, g), row(pattern, g + 1), row(pattern, g + 2), row(pattern, g + 3));
        return scan(threshold, units(floor) - margin, found);
    }

    private int[] row(int[] pattern, int group) {
        return sums[group][pattern[group]];
    }

    private int units(double level) {
        return (int) Math.floor(UNITS * statistic.reach(level));
    }

    /** Where one pass sums all subjects, it need not even store the sums. */
    private boolean mayExceed(int[] pattern, int threshold) {
        int[] a = row(pattern, 0), b = row(pattern, 1), c = row(pattern, 2), d = row(pattern, 3);
        return (tail == Tail.BOTH ? signOfBoth(a, b, c, d, threshold) : sign(a, b, c, d, threshold)) < 0;
    }

    /** Below the floor only what comes near the greatest sum so far is of interest. */
    private int scan(int threshold, int floor, int[] found) {
        if ((tail == Tail.BOTH ? signOfBoth(total, threshold) : sign(total, threshold)) >= 0) return 0;
        int count = 0, limit = threshold;
        for (int j = 0; j < length; j++) {
            int sum = tail == Tail.BOTH ? Math.abs(total[j]) : total[j];
            if (sum > limit) {
                found[count++] = j;
                limit = Math.max(limit, Math.min(floor, sum - 2 * margin));
            }
        }
        return count;
    }

    @Override
    public int count(int shuffle, int[] open) {
        if ((tail == Tail.BOTH ? countBoth(total, aim, 2 * margin, reached) : count(total, aim, 2 * margin, reached))
                >= 0) return 0;
        int count = 0;
        for (int j = 0; j < length; j++) {
            int beyond = (tail == Tail.BOTH ? Math.abs(total[j]) : total[j]) - aim[j];
            if (beyond >= 0 && beyond <= 2 * margin) {
                reached[j]--;
                open[count++] = j;
            }
        }
        return count;
    }

    @Override
    public void addCounts(int[] counts, int first) {
        for (int j = 0; j < length; j++) counts[first + j] += reached[j];
    }

    // Each array is a parameter of its own: only so does the compiler see that no two overlap, and uses vectors.

    private static int sign(int[] a, int[] b, int[] c, int[] d, int threshold) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) or |= threshold - (a[j] + b[j] + c[j] + d[j]);
        return or;
    }

    private static int signOfBoth(int[] a, int[] b, int[] c, int[] d, int threshold) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) {
            int sum = a[j] + b[j] + c[j] + d[j];
            or |= (threshold - sum) | (threshold + sum);
        }
        return or;
    }

    private static int sign(int[] sums, int threshold) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) or |= threshold - sums[j];
        return or;
    }

    private static int signOfBoth(int[] sums, int threshold) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) or |= (threshold - sums[j]) | (threshold + sums[j]);
        return or;
    }

    /** Counts sums that are not below their aims; negative if one is not beyond its aim by more than a margin either. */
    private static int count(int[] sums, int[] aims, int margin, int[] reached) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) {
            int beyond = sums[j] - aims[j];
            reached[j] += 1 + (beyond >> 31);
            or |= ~beyond & beyond - margin - 1;
        }
        return or;
    }

    private static int countBoth(int[] sums, int[] aims, int margin, int[] reached) {
        int or = 0;
        for (int j = 0; j < SIZE; j++) {
            int beyond = Math.abs(sums[j]) - aims[j];
            reached[j] += 1 + (beyond >> 31);
            or |= ~beyond & beyond - margin - 1;
        }
        return or;
    }

    private static void add(int[] total, int[] a, int[] b, int[] c, int[] d) {
        for (int j = 0; j < SIZE; j++) total[j] += a[j] + b[j] + c[j] + d[j];
    }

    private static void addTo(int[] result, int[] a, int[] b) {
        for (int j = 0; j < SIZE; j++) result[j] = a[j] + b[j];
    }

    private static void subtract(int[] a, int[] b) {
        for (int j = 0; j < SIZE; j++) a[j] -= b[j];
    }
}
