package cohort.permute.model;

import cohort.permute.screen.Reach;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;

/**
 * Bounds v by what t is a function of, where every group of subjects contributes to the effect. v² = b² S with 1 / S the least Σ s_g
 * |l_g|² of all l with M'l = e, the unit vector of the effect: l_g are the rows of group g, s_g = e_g / ν_g, and Σ e_g = 1 − a² − b²
 * (Aitken 1935, Proceedings of the Royal Society of Edinburgh 55:42). The effect's own column x is such an l, so that 1 / S is at most Σ
 * s_g |x_g|². If M_h d = 0 for all groups h but g, then e'd = l_g'M_g d, so that |l_g| is at least the length p_g of the projection of e
 * on these d, and 1 / S at least Σ s_g p_g². Hence v² lies between min ν_g / |x_g|² and max ν_g / p_g² times b² / (1 − a² − b²).
 *
 * <p>With two groups and without covariates p_g² = n_h / n, and p_g is 0 if the other groups alone tell the effect, as they do of a
 * slope that all groups share. One instance per thread.
 */
final class GroupedReach implements Reach {
    /** Rows whose product with a unit vector is shorter are taken to be orthogonal to it. */
    private static final double NOTHING = 1e-9;
    /** What rounding may do to the bounds, and rows that are nearly orthogonal. */
    private static final double RELATIVE = 1e-6;
    /** By how much v may exceed t, squared: beyond, too many voxels would have to be computed. */
    private static final double MOST_RATIO = 2.5;
    /** Bounds of what is reached are taken for the next lower multiple of a step. */
    private static final int STEPS = 256;

    private final GroupedLevels levels;
    private final double least, greatest;
    private final double[] rivals = new double[STEPS + 1];

    private GroupedReach(GroupedLevels levels, double least, double greatest) {
        this.levels = levels;
        this.least = least * (1 - RELATIVE);
        this.greatest = greatest * (1 + RELATIVE);
        Arrays.fill(rivals, Double.NaN);
    }

    /** Bounds for a model with one column of effect; empty if there are none, or if they are too wide to be of use. */
    static Optional<GroupedReach> of(GroupedStatistic statistic, ShuffledModel model) {
        double least = Double.POSITIVE_INFINITY, greatest = 0;
        for (int g = 0; g < statistic.sizes().length; g++) {
            double freedom = statistic.freedoms()[g];
            least = Math.min(least, freedom / statistic.crossProducts()[g][0][0]);
            greatest = Math.max(greatest, freedom / squaredShare(model, g + 1));
        }
        return greatest <= MOST_RATIO * model.degreesOfFreedom()
                ? Optional.of(new GroupedReach(new GroupedLevels(statistic), least, greatest))
                : Optional.empty();
    }

    /** p_g². */
    private static double squaredShare(ShuffledModel model, int group) {
        double[] labels = model.groups()[0];
        int[] others = IntStream.range(0, labels.length)
                .filter(i -> labels[i] != group)
                .toArray();
        double[][] columns = model.columns();
        int p = columns.length - 1;
        SimpleMatrix rows = new SimpleMatrix(Math.max(p, others.length), p);
        for (int i = 0; i < others.length; i++) for (int c = 0; c < p; c++) rows.set(i, c, columns[c][others[i]]);
        SimpleSVD<SimpleMatrix> svd = rows.svd(true);
        return IntStream.range(0, p)
                .filter(k -> svd.getSingleValue(k) <= NOTHING)
                .mapToDouble(k -> Math.pow(svd.getV().get(0, k), 2))
                .sum();
    }

    @Override
    public int effects() {
        return 1;
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    @Override
    public double reach(double level) {
        if (level <= 0) return -1;
        double square = levels.least(level);
        return Math.sqrt(square / (greatest + square));
    }

    @Override
    public double rival(double reach) {
        if (reach <= 0) return -1;
        int step = (int) (Math.min(1, reach) * STEPS);
        if (Double.isNaN(rivals[step])) rivals[step] = rival(step);
        return rivals[step];
    }

    private double rival(int step) {
        double square = Math.pow((double) Math.min(step, STEPS - 1) / STEPS, 2);
        return reach(levels.reached(least * square / (1 - square)));
    }
}
