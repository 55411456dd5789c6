package cohort.permute.model;

import cohort.permute.screen.group.Groups;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What v² and q times G must be for their z to exceed a level. Welch's degrees of freedom are no more than q (q + 2) Σ ν_g / (3 (k −
 * 1)²) for k groups, by the inequality of Cauchy and Schwarz, and no fewer than where one group has all the weight. The tails of t, and
 * of F with two degrees of freedom above, grow heavier as those below get fewer: as functions of the variance below the tails are
 * convex. One instance per thread.
 */
final class GroupedLevels implements Groups {
    /** Levels are taken for the next lower multiple of a step, up to beyond any z. */
    private static final double STEPS = 128, GREATEST = 37;

    private final GroupedStatistic statistic;
    private final NormalDeviates deviates;
    private final double mostFreedom, leastFreedom, greatestLambda;
    private final double[] least = new double[(int) (STEPS * GREATEST) + 1];

    GroupedLevels(GroupedStatistic statistic) {
        this.statistic = statistic;
        double[] freedoms = statistic.freedoms();
        int q = statistic.effects(), k = freedoms.length;
        deviates = new NormalDeviates(q);
        mostFreedom = q * (q + 2) * Arrays.stream(freedoms).sum() / (3.0 * (k - 1) * (k - 1)) * (1 + 1e-9);
        double all = Arrays.stream(freedoms).map(freedom -> 1 / freedom).sum();
        double imbalance = all - 1 / Arrays.stream(freedoms).max().orElseThrow();
        leastFreedom = q * (q + 2) / (3 * imbalance) * (1 - 1e-9);
        greatestLambda = 1 + 2.0 * (q - 1) / (q * (q + 2)) * imbalance;
        Arrays.fill(least, Double.NaN);
    }

    @Override
    public int effects() {
        return statistic.effects();
    }

    @Override
    public int columns() {
        return statistic.columns();
    }

    @Override
    public int[] sizes() {
        return statistic.sizes();
    }

    @Override
    public double[] freedoms() {
        return statistic.freedoms();
    }

    @Override
    public double[][][] crossProducts() {
        return statistic.crossProducts();
    }

    @Override
    public double least(double level) {
        int step = (int) (Math.min(level, GREATEST) * STEPS);
        if (Double.isNaN(least[step])) least[step] = quantile(step / STEPS);
        return least[step];
    }

    private double quantile(double z) {
        double tail = NormalDistribution.of(0, 1).survivalProbability(z);
        return switch (effects()) {
            case 1 -> Math.pow(TDistribution.of(mostFreedom).inverseSurvivalProbability(tail), 2);
            case 2 -> mostFreedom * Math.expm1(-2 / mostFreedom * Math.log(tail));
            default -> effects() * deviates.least(z);
        };
    }

    /** Of more than two effects a low level says nothing of the tail. */
    @Override
    public double reached(double square) {
        double level = effects() == 1
                ? deviates.z(Math.sqrt(square), leastFreedom)
                : deviates.z(square / (effects() * greatestLambda), leastFreedom);
        return effects() <= 2 ? level - DeviateCells.ERROR * Math.max(1, Math.abs(level)) : Double.NEGATIVE_INFINITY;
    }
}
