package cohort.permute.screen;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Screens any shuffle of a design in single precision. With the squared inner products b² with the effect and a² with the shuffled
 * nuisance, and κ the square of {@link Reach#reach}, the statistic exceeds a level only if b² > κ (1 − a²), that is, if what is
 * left, 1 − a² − b², is less than {@link Limit}. A bound of what is left thus rules a voxel out.
 */
public final class FloatScreen implements TileScreen {
    /** What the comparison in single precision may be off, relatively. */
    private static final double RELATIVE = 1e-6;
    /** From so many voxels on it pays to look at the most promising one first. */
    private static final int MANY = 8;

    private final Tail tail;
    private final Reach statistic;
    private final RestBound rest;
    private final float[][] effects;
    private final float[] gained = new float[VoxelTile.SIZE];
    private final float[] left = new float[VoxelTile.SIZE];
    private final float[] needed = new float[VoxelTile.SIZE];
    private final float[] lanes = new float[FloatProducts.LANES];
    private final boolean[] zero = new boolean[VoxelTile.SIZE];
    private int length;

    /** @param rest bounds what effect and nuisance leave */
    public FloatScreen(RestBound rest, Tail tail, Reach statistic) {
        this.tail = tail;
        this.statistic = statistic;
        this.rest = rest;
        effects = new float[statistic.effects()][VoxelTile.SIZE];
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        rest.prepare(block.size(), designs);
    }

    @Override
    public int tiles() {
        return 1;
    }

    /** Where nothing is left of the data, the statistic is 0 under every shuffle. */
    @Override
    public void load(List<VoxelTile> tiles) {
        VoxelTile tile = tiles.get(0);
        length = tile.length();
        for (int j = 0; j < length; j++) zero[j] = tile.norm(j) == 0;
        rest.load(tile);
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        rest.bound(shuffle, effects, left);
        Arrays.fill(gained, 0);
        for (float[] effect : effects) FloatProducts.addSquares(effect, gained);
        double reach = statistic.reach(level);
        if (reach <= 0) reach = Math.min(statistic.reach(floor), greatest());
        if (reach <= 0) return all(found);
        Limit limit = limit(reach);
        int count = scan(limit, found);
        double most = statistic.reach(floor);
        if (count > MANY && reach < most) {
            double reached = Math.min(most, reached(shuffle, found, count));
            if (reached > reach) {
                limit = limit(reached);
                count = keep(limit, found, count);
            }
        }
        return rest.refine(shuffle, gained, left, limit, found, count);
    }

    /** The inner products with the effect after {@link #candidates}, effects x voxels. */
    float[][] effects() {
        return effects;
    }

    /** The squared effect in each voxel after {@link #candidates}. */
    float[] gained() {
        return gained;
    }

    /** What is left of each voxel after {@link #candidates}, as the bound says. */
    float[] left() {
        return left;
    }

    private Limit limit(double reach) {
        return Limit.of(reach, effects.length, rest);
    }

    /** What a voxel must reach to exceed the greatest statistic, whatever the nuisance. */
    private double greatest() {
        double greatest = 0;
        for (int j = 0; j < length; j++) greatest = Math.max(greatest, evidence(j));
        return statistic.rival((greatest - rest.effectError()) * (1 - RELATIVE));
    }

    private double evidence(int voxel) {
        return statistic.isSigned() ? tail.evidence(effects[0][voxel]) : Math.sqrt(gained[voxel]);
    }

    private int all(int[] found) {
        for (int j = 0; j < length; j++) found[j] = j;
        return length;
    }

    private int scan(Limit limit, int[] found) {
        FloatProducts.subtract(left, (float) limit.factor(), gained, (float) limit.constant(), needed);
        double least = -rest.effectError();
        int below = FloatProducts.below(0, needed, lanes, length, found), count = 0;
        for (int b = 0; b < below; b++) if (evidence(found[b]) >= least && !zero[found[b]]) found[count++] = found[b];
        return count;
    }

    private int keep(Limit limit, int[] found, int count) {
        int kept = 0;
        for (int c = 0; c < count; c++) if (!limit.isMet(left[found[c]], gained[found[c]])) found[kept++] = found[c];
        return kept;
    }

    /** What a voxel must reach to exceed that which has most effect for what is left. */
    private double reached(int shuffle, int[] found, int count) {
        int best = found[0];
        for (int c = 1; c < count; c++)
            if (gained[found[c]] * Math.max(0, left[best]) > gained[best] * Math.max(0, left[found[c]]))
                best = found[c];
        double effect = evidence(best) - rest.effectError();
        return effect <= 0
                ? 0
                : statistic.rival((1 - RELATIVE) * effect / Math.sqrt(effect * effect + rest.most(shuffle, best)));
    }
}
