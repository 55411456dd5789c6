package cohort.permute.screen;

import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;

/**
 * Screens any shuffle of a design in single precision. With the squared inner products b² with the effect and a² with the shuffled
 * nuisance, and κ the square of {@link Reach#reach}, the statistic exceeds a level only if b² > κ (1 − a²), that is, if what is
 * left, 1 − a² − b², is less than ρ b² with ρ = (1 − κ) / κ. What is left, less its error, thus rules a voxel out.
 * With b off by at most e, ρ b² is at most ρ (1 + η) b² + ρ (1 + 1 / η) e².
 */
public final class FloatScreen implements TileScreen {
    /** η. */
    private static final double SPREAD = 1e-3;
    /** What rounding in double precision may amount to, and the comparison itself in single precision, which is relative. */
    private static final double SLACK = 1e-9, RELATIVE = 1e-6;
    /** From so many voxels on it pays to look at the most promising one first. */
    private static final int MANY = 8;
    /** The greatest ρ: products with it stay finite. */
    private static final double GREATEST = 1e12;

    private final Tail tail;
    private final Reach statistic;
    private final SquaredDots rest;
    private final FloatTile tile;
    private final float[][] effects;
    private final float[] gained = new float[VoxelTile.SIZE];
    private final float[] left = new float[VoxelTile.SIZE];
    private final float[] needed = new float[VoxelTile.SIZE];
    private double factor, constant;

    /** @param columns of each shuffled design: the effect and the nuisance that is shuffled with it */
    public FloatScreen(int subjects, int columns, Tail tail, Reach statistic) {
        this.tail = tail;
        this.statistic = statistic;
        rest = new SquaredDots(subjects, statistic.effects(), columns);
        tile = new FloatTile(subjects);
        effects = new float[statistic.effects()][VoxelTile.SIZE];
    }

    @Override
    public void prepare(List<Shuffle> block, double[][][] designs) {
        rest.prepare(designs);
    }

    @Override
    public int tiles() {
        return 1;
    }

    @Override
    public void load(List<VoxelTile> tiles) {
        tile.load(tiles.get(0));
        rest.load(tile);
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] found) {
        rest.bound(shuffle, effects, left);
        gain();
        double reach = statistic.reach(level);
        if (reach <= 0) reach = Math.min(statistic.reach(floor), greatest());
        if (reach <= 0) return all(found);
        setLimit(reach);
        int count = scan(found);
        double most = statistic.reach(floor);
        if (count > MANY && reach < most) {
            double reached = Math.min(most, reached(shuffle, found, count));
            if (reached > reach) {
                setLimit(reached);
                count = keep(found, count);
            }
        }
        return count;
    }

    private void gain() {
        Arrays.fill(gained, 0);
        for (float[] effect : effects) FloatProducts.addSquares(effect, gained);
    }

    /** What the greatest statistic reaches at least, whatever the nuisance. */
    private double greatest() {
        double greatest = 0;
        for (int j = 0; j < tile.length(); j++) greatest = Math.max(greatest, evidence(j));
        return (greatest - rest.effectError()) * (1 - RELATIVE);
    }

    private double evidence(int voxel) {
        return statistic.isSigned() ? tail.evidence(effects[0][voxel]) : Math.sqrt(gained[voxel]);
    }

    private int all(int[] found) {
        for (int j = 0; j < tile.length(); j++) found[j] = j;
        return tile.length();
    }

    private void setLimit(double reach) {
        double rho = Math.min(GREATEST, (1 - reach * reach) / (reach * reach));
        double error = rest.effectError();
        factor = rho * (1 + SPREAD) * (1 + (effects.length + 8) * 2 * FloatTile.ROUNDING);
        constant = rho * (1 + 1 / SPREAD) * error * error + rest.error() + SLACK + 4 * FloatTile.ROUNDING;
    }

    /** How much must be left for the voxel to be ruled out. */
    private double enough(int voxel) {
        return factor * gained[voxel] + constant;
    }

    private int scan(int[] found) {
        FloatProducts.subtract(left, (float) factor, gained, (float) (constant * (1 + RELATIVE)), needed);
        double least = -rest.effectError();
        int count = 0;
        for (int j = 0; j < tile.length(); j++)
            if (needed[j] < 0 && evidence(j) >= least && !tile.isZero(j)) found[count++] = j;
        return count;
    }

    private int keep(int[] found, int count) {
        int kept = 0;
        for (int c = 0; c < count; c++) if (left[found[c]] < enough(found[c])) found[kept++] = found[c];
        return kept;
    }

    /** What the voxel that has most effect for what is left reaches at least. */
    private double reached(int shuffle, int[] found, int count) {
        int best = found[0];
        for (int c = 1; c < count; c++)
            if (gained[found[c]] * Math.max(0, left[best]) > gained[best] * Math.max(0, left[found[c]]))
                best = found[c];
        double effect = evidence(best) - rest.effectError();
        return effect <= 0 ? 0 : (1 - RELATIVE) * effect / Math.sqrt(effect * effect + rest.most(shuffle, best));
    }
}
