package cohort.permute.map;

import cohort.Progress;
import cohort.cluster.Excursion;
import cohort.cluster.Workspace;
import cohort.permute.model.StatisticInfo;
import cohort.permute.statistic.MapStatistic;
import java.util.Arrays;
import java.util.List;

/** From the excursions of a map to its statistics: the scratch memory of one thread. */
public final class MapMaxima {
    private final MapRecipe recipe;
    private final List<MapStatistic.Evaluator> evaluators;

    public MapMaxima(MapRecipe recipe) {
        this.recipe = recipe;
        Workspace workspace = new Workspace(recipe.neighbours());
        evaluators = recipe.statistics().stream()
                .map(statistic -> statistic.evaluator(workspace))
                .toList();
    }

    /**
     * The maxima of maps.
     *
     * @param excursions shuffles x sides
     * @param progress may cancel them, between one map and the next
     * @return statistics x shuffles
     */
    public double[][] of(Excursion[][] excursions, Progress progress) {
        int shuffles = excursions.length;
        double[][] maxima = new double[evaluators.size()][shuffles];
        for (int k = 0; k < shuffles; k++) {
            progress.checkCanceled();
            for (int s = 0; s < maxima.length; s++) maxima[s][k] = max(s, excursions[k]);
        }
        return maxima;
    }

    private double max(int statistic, Excursion[] sides) {
        return evaluators.get(statistic).ofSides(sides);
    }

    /** The map of a statistic in mask order. */
    public double[] map(int statistic, Excursion[] sides) {
        int voxels = recipe.neighbours().size();
        int[] signs = recipe.tail().signs();
        StatisticInfo info = recipe.statistics().get(statistic).info();
        double[] map = new double[voxels], side = new double[voxels];
        if (info.kind() == StatisticInfo.Kind.IMAGE) {
            Arrays.fill(map, max(statistic, sides));
            return map;
        }
        for (int s = 0; s < signs.length; s++) {
            Arrays.fill(side, 0);
            evaluators.get(statistic).map(sides[s], side);
            for (int v = 0; v < voxels; v++) if (side[v] != 0) map[v] = info.isSigned() ? signs[s] * side[v] : side[v];
        }
        return map;
    }
}
