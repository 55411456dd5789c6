package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.explore.ExploredClusters;
import cohort.analysis.model.GroupData;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationResult;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.MapStatistic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks at clusters at many cluster-forming thresholds.
 *
 * @param settings of the run that is explored
 * @param data what it analyses
 */
record Exploration(PermutationSettings settings, GroupData data) {

    /**
     * Cluster sizes at each threshold, one for each contrast.
     *
     * @throws InputException if the statistic has no p to form clusters by, or memory does not suffice
     */
    List<ExploredClusters> explore(int permutations, Progress progress) {
        if (settings.isPseudo())
            throw new InputException("variance_smoothing: found " + settings.variance_smoothing()
                    + ", expected 0 to explore clusters, since they are formed by a p that a pseudo-t does not have.");
        List<Double> forming = ExploredClusters.formingP(settings.cluster_value() > 0 ? 0 : settings.cluster_p());
        PermutationSettings asked = plain(permutations);
        List<List<ExploredClusters.Level>> levels = IntStream.range(
                        0, data.design().contrasts().size())
                .mapToObj(c -> forming.stream()
                        .map(p -> new ExploredClusters.Level(
                                p,
                                tests(asked.with(Map.of("cluster_p", p))).how(c).forming()))
                        .toList())
                .toList();
        List<Hypothesis> plain = tests(asked.with(Map.of("cluster_p", 0))).hypotheses();
        List<Hypothesis> tests = IntStream.range(0, plain.size())
                .mapToObj(c -> plain.get(c)
                        .with(levels.get(c).stream()
                                .<MapStatistic>map(level -> new ClusterSize(level.value()))
                                .toList()))
                .toList();
        tests(asked).requireMemory(tests);
        PermutationResult result = GroupAnalysis.onThreads(
                settings.threads(),
                () -> PermutationInference.test(
                        data.values(),
                        data.mask().mask(),
                        data.design().design().matrix(),
                        tests,
                        tests(asked).options(Progress.NONE),
                        progress));
        return IntStream.range(0, tests.size())
                .mapToObj(c -> new ExploredClusters(
                        levels.get(c), result.contrasts().get(c).statistics().subList(1, 1 + forming.size())))
                .toList();
    }

    /** A test of so many permutations, of cluster sizes alone. */
    private PermutationSettings plain(int permutations) {
        return settings.with(Map.of(
                "permutations",
                permutations,
                "tfce",
                false,
                "uncorrected",
                false,
                "npc",
                "none",
                "conjunction",
                false,
                "true_discoveries",
                false,
                "approximation",
                "none",
                "stop_after",
                0,
                "cluster_value",
                0));
    }

    private AskedTests tests(PermutationSettings asked) {
        return AskedTests.of(asked, data);
    }
}
