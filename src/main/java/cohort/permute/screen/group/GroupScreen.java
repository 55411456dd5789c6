package cohort.permute.screen.group;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Screens v and G in single precision. With effects b_X, the residual squares e_g and the degrees of freedom ν_g of group g, and the
 * rows M_g of the design's effect, v², or q times G, is at most Σ ν_g / e_g b_X' M_g'M_g b_X: what is left of the information when
 * the nuisance is eliminated is no more than all of it, and Λ is at least 1. It is at least the square of b_X times the least ν_g /
 * e_g, as the M_g'M_g sum to the unit matrix. One instance per thread.
 */
public final class GroupScreen implements TileScreen {
    private static final int SIZE = VoxelTile.SIZE;
    /** From so many voxels on it pays to look at the most promising one first. */
    private static final int MANY = 8;
    /** What a bound may be off, relatively. */
    private static final double RELATIVE = 1e-5;

    private final Groups groups;
    private final Tail tail;
    private final GroupBound bounds;
    private final float[] bound = new float[SIZE], needed = new float[SIZE], lanes = new float[FloatProducts.LANES];
    private final boolean[] zero = new boolean[SIZE];
    private int length;

    private GroupScreen(GroupBound bounds, Groups groups, Tail tail) {
        this.bounds = bounds;
        this.groups = groups;
        this.tail = tail;
    }

    /**
     * A screen for the shuffles of a design.
     *
     * @param design the columns of M and the number of each subject's group, from 1
     * @param onlyFlips whether every shuffle leaves the subjects in their places
     */
    public static GroupScreen of(double[][] design, Groups groups, boolean onlyFlips, Tail tail) {
        return new GroupScreen(
                commonRows(design, groups)
                        .<GroupBound>map(rows -> new GroupMeans(rows, design[groups.columns()], groups, onlyFlips))
                        .orElseGet(() -> new GroupDots(design, groups, onlyFlips)),
                groups,
                tail);
    }

    /** The row of M that all subjects of a group have, groups x columns; empty if some have others. */
    private static Optional<double[][]> commonRows(double[][] design, Groups groups) {
        int columns = groups.columns();
        double[][] rows = new double[groups.sizes().length][];
        for (int i = 0; i < design[0].length; i++) {
            int subject = i, g = (int) design[columns][i] - 1;
            double[] row = IntStream.range(0, columns)
                    .mapToDouble(c -> design[c][subject])
                    .toArray();
            if (rows[g] == null) rows[g] = row;
            else if (!Arrays.equals(rows[g], row)) return Optional.empty();
        }
        return Optional.of(rows);
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        bounds.prepare(block.size(), designs);
    }

    @Override
    public int tiles() {
        return 1;
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        VoxelTile data = tiles.get(0);
        length = data.length();
        bounds.load(data);
        for (int j = 0; j < length; j++) zero[j] = data.norm(j) == 0;
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        bounds.bound(shuffle, bound);
        double known = level;
        int count = scan(known, found);
        if (count > MANY && known < floor) {
            known = Math.min(floor, Math.max(known, reached(found, count)));
            count = keep(known, found, count);
        }
        return known > 0 ? count : all(found);
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
        return groups.effects() > 1 || tail.evidence(bounds.effect(0, voxel)) >= -bounds.effectError();
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
        double squared = 0, least = Double.POSITIVE_INFINITY, error = bounds.effectError();
        for (int c = 0; c < groups.effects(); c++)
            squared += Math.pow(Math.max(0, Math.abs(bounds.effect(c, best)) - error), 2);
        for (int g = 0; g < groups.sizes().length; g++)
            least = Math.min(least, groups.freedoms()[g] / bounds.most(g, best));
        boolean isPositive = groups.effects() > 1 || tail.evidence(bounds.effect(0, best)) > error;
        return isPositive ? groups.reached(squared * least * (1 - RELATIVE)) : Double.NEGATIVE_INFINITY;
    }
}
