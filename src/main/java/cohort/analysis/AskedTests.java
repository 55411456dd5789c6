package cohort.analysis;

import cohort.Progress;
import cohort.analysis.model.ContrastEffects;
import cohort.analysis.model.GroupData;
import cohort.analysis.model.GroupDesign;
import cohort.analysis.model.VoxelCovariates;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.HowTested;
import cohort.analysis.results.PermutationMaps;
import cohort.analysis.results.ResultFolder;
import cohort.analysis.several.TogetherTests;
import cohort.glm.VoxelDesigns;
import cohort.permute.Hypothesis;
import cohort.permute.NullMemory;
import cohort.permute.PermutationOptions;
import cohort.permute.local.AvailableSubjects;
import cohort.permute.local.CovariateMaps;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.SimesStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * What the engine is asked to test.
 *
 * @param settings the question and how to answer it
 * @param design the model and the contrasts
 * @param gaps voxels that some subjects lack
 * @param designs those of the voxels, if covariates are maps
 */
record AskedTests(PermutationSettings settings, GroupDesign design, Gaps gaps, Optional<VoxelDesigns> designs) {

    /** On what was read. */
    static AskedTests of(PermutationSettings settings, GroupData data) {
        return new AskedTests(
                settings, data.design(), data.gaps(), data.covariates().map(VoxelCovariates::designs));
    }

    /** Before anything is read. */
    AskedTests(PermutationSettings settings, GroupDesign design) {
        this(settings, design, Gaps.NONE, Optional.empty());
    }

    /** Whether the statistic is a z, by degrees of freedom of each voxel. */
    private boolean isNormal() {
        return settings.isGrouped() || !gaps.isEmpty();
    }

    /** How each contrast is tested, for the record. */
    List<HowTested> how() {
        return IntStream.range(0, design.contrasts().size()).mapToObj(this::how).toList();
    }

    /** How a contrast is tested: clusters begin above a value if one is given, else at a p, of which a pseudo-t has none. */
    HowTested how(int contrast) {
        Tail tail = settings.side(contrast, design.contrasts());
        HowTested how = design.how(contrast, tail);
        if (settings.cluster_value() > 0) return how.forming(settings.cluster_value());
        double p = settings.cluster_p();
        if (p == 0 || settings.isPseudo()) return how;
        int rows = design.contrasts().get(contrast).rows().length;
        return how.forming(
                isNormal()
                        ? ClusterForming.levelOfZ(p, tail)
                        : ClusterForming.level(p, tail, rows, how.degreesOfFreedom()));
    }

    /** The tests of the engine, one for each contrast, and those of several maps together. */
    List<Hypothesis> hypotheses() {
        List<HowTested> how = how();
        List<Hypothesis> each = IntStream.range(0, how.size())
                .mapToObj(c -> hypothesis(c, how.get(c)))
                .toList();
        List<TailP> p =
                IntStream.range(0, how.size()).mapToObj(c -> p(c, how.get(c))).toList();
        return Stream.concat(each.stream(), together().hypotheses(each, p).stream())
                .toList();
    }

    private Hypothesis hypothesis(int contrast, HowTested how) {
        List<MapStatistic> statistics = new ArrayList<>();
        if (how.forming() > 0)
            statistics.addAll(List.of(new ClusterSize(how.forming()), new ClusterMass(how.forming())));
        if (settings.tfce()) statistics.add(EnhancedStatistic.DEFAULT);
        if (settings.true_discoveries()) statistics.add(new SimesStatistic(p(contrast, how), settings.simes_shift()));
        return new Hypothesis(
                new DMatrixRMaj(design.contrasts().get(contrast).rows()),
                statistics,
                Optional.of(how.side()),
                design.stratum(contrast));
    }

    /** What turns evidence into p; where variances or degrees of freedom differ it is z. */
    private TailP p(int contrast, HowTested how) {
        int rows = design.contrasts().get(contrast).rows().length;
        return new TailP(
                rows,
                isNormal() ? Double.POSITIVE_INFINITY : how.degreesOfFreedom(),
                rows == 1 ? how.side().signs().length : 1);
    }

    /** The tests of several maps together. */
    TogetherTests together() {
        return TogetherTests.of(
                design.maps(),
                settings.npc(),
                settings.conjunction(),
                settings.cluster_value() > 0 ? 0 : settings.cluster_p());
    }

    /**
     * What is permuted or sign-flipped, and how p follows.
     *
     * @param choice hears which blocks were found
     */
    PermutationOptions options(Progress choice) {
        PermutationOptions options = new ShuffleChoice(settings, design).options(choice);
        if (designs.isPresent()) return options.with(new CovariateMaps(designs.get()));
        return gaps.isEmpty() ? options : options.with(new AvailableSubjects(gaps.least()));
    }

    /** The effect sizes that the test is asked for. */
    List<ContrastEffects> effects() {
        if (!settings.data().effect_sizes()) return List.of();
        return ContrastEffects.of(design, options(Progress.NONE).varianceGroups(), true);
    }

    /** Refuses more permutations than memory will do for. */
    void requireMemory() {
        requireMemory(hypotheses());
    }

    /** As {@link #requireMemory()}, for tests in the place of these. */
    void requireMemory(List<Hypothesis> tests) {
        NullMemory.require(
                design.design().matrix(),
                tests,
                options(Progress.NONE),
                Runtime.getRuntime().maxMemory());
    }

    /** Refuses what would fail at the end; gives how many maps there will be. */
    int requirePossible(Optional<ResultFolder> folder) {
        List<Hypothesis> tests = hypotheses();
        requireMemory(tests);
        List<String> maps = ContrastEffects.withNames(
                settings.data()
                        .withCounts(PermutationMaps.names(tests, settings.longestStatistic(), settings.uncorrected())),
                effects());
        TogetherTests together = together();
        folder.ifPresent(results -> {
            results.requireNames(design.names(), maps);
            results.requireNames(together.names(), PermutationMaps.names(together.statistics()));
        });
        return tests.size() * maps.size();
    }
}
