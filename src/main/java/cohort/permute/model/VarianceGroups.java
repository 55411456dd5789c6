package cohort.permute.model;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.design.strata.ErrorStratum;
import java.util.Arrays;
import java.util.List;

/** Prepares models in which groups of subjects have variances of their own; see {@link GroupedStatistic}. */
public final class VarianceGroups {
    private static final double[][] NO_COLUMNS = {};
    /** A group that the design explains entirely has fewer degrees of freedom than this. */
    private static final double LEAST_FREEDOM = 1e-6;

    private VarianceGroups() {}

    /**
     * @param blocks the groups, one level
     * @throws InputException if there are not at least two groups, each with more rows than the design explains, a row for
     *     each subject, or if the method is not that of Freedman and Lane
     */
    public static ShuffledModel model(BlockLabels blocks, ModelPartition partition, RegressionMethod method) {
        if (method != RegressionMethod.FREEDMAN_LANE)
            throw new InputException("method: found " + method + " together with variance_groups, expected "
                    + RegressionMethod.FREEDMAN_LANE + ", the only method for which they are defined.");
        ShuffledModel model = method.prepare(partition, NO_COLUMNS).withVarianceGroups(numbers(blocks));
        check(model);
        return model;
    }

    /**
     * The groups of the sums of a stratum.
     *
     * @throws InputException if the maps of a subject are in several groups
     */
    public static BlockLabels ofSums(BlockLabels groups, ErrorStratum stratum) {
        int[] labels = stratum.ofSubjects(groups).level(0);
        return new BlockLabels(Arrays.stream(stratum.subject())
                .mapToObj(subject -> new int[] {labels[subject]})
                .toArray(int[][]::new));
    }

    private static void check(ShuffledModel model) {
        int subjects = model.effect()[0].length;
        if (model.groups()[0].length != subjects)
            throw new InputException("variance_groups: found " + model.groups()[0].length + " rows, expected "
                    + subjects + ", one for each map.");
        GroupedStatistic statistic = GroupedStatistic.of(model.effect(), model.nuisance(), model.groups()[0]);
        if (statistic.sizes().length < 2)
            throw new InputException(
                    "variance_groups: found one group for all subjects, expected at least two; leave the option out.");
        for (int g = 0; g < statistic.sizes().length; g++)
            if (statistic.freedoms()[g] < LEAST_FREEDOM)
                throw new InputException(
                        "variance_groups: found a group of " + statistic.sizes()[g]
                                + " whose values the design explains entirely, expected more subjects in each"
                                + " group than it has regressors of its own; merge groups.");
    }

    /** Numbers from 1 in the order of first rows. */
    private static int[] numbers(BlockLabels blocks) {
        if (blocks.levels() != 1)
            throw new InputException(
                    "variance_groups: found " + blocks.levels() + " levels, expected one column of groups.");
        int[] labels = blocks.level(0);
        List<Integer> distinct = Arrays.stream(labels).distinct().boxed().toList();
        return Arrays.stream(labels).map(label -> distinct.indexOf(label) + 1).toArray();
    }
}
