package cohort.permute;

import cohort.Progress;
import cohort.cluster.Neighbours;
import cohort.data.sample.SampleCohort;
import cohort.design.matrix.BlockLabels;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.matrix.VoxelMatrix;
import cohort.permute.map.MapRecipe;
import cohort.permute.map.MapRoom;
import cohort.permute.model.ShuffledModel;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.MaxStatistic;
import cohort.subjects.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What one more shuffle of the sample cohort costs: 53 x 63 x 46 voxels of 3 mm smoothed by 8 mm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PermutationBenchmark {
    private static final int SHUFFLES = 2048;

    /**
     * Sign flips of 16 subjects; or permutations of 30: of a covariate, or of two groups, with three nuisance columns, or of three
     * groups with the intercept as nuisance.
     */
    @Param({"flips", "permutations"})
    public String model;

    @Param({"t", "clusters", "tfce"})
    public String statistic;

    /** Whether each of two, or of three, groups has a variance of its own, so that t is v, or F G. */
    @Param("false")
    public boolean grouped;

    /** Whether it is counted in each voxel how many shuffles reach what is observed. */
    @Param("false")
    public boolean uncorrected;

    @Param("1")
    public int threads;

    private ShuffledMaps maps;
    private List<Shuffle> shuffles;

    @Setup
    public void prepare() {
        int subjects = model.equals("flips") ? 16 : 30;
        Mask mask = SampleCohort.brain();
        Maps cohort = new Maps(
                IntStream.range(0, subjects).mapToObj(s -> "sub-" + s).toList(),
                IntStream.range(0, subjects)
                        .mapToObj(s -> SampleCohort.map(s, 1L))
                        .toList());
        Img<DoubleType> data = SubjectMatrix.extract(cohort, mask, 8.0, Progress.NONE);
        int groups = model.equals("threeGroups") ? 3 : 2;
        DMatrixRMaj design = design(subjects), contrast = new DMatrixRMaj(groups - 1, design.numCols);
        for (int g = 1; g < groups; g++) contrast.set(g - 1, g - 1, 1);
        ShufflePlan plan = ShufflePlanner.plan(
                design,
                List.of(Hypothesis.of(contrast)),
                ShuffleOptions.automatic(),
                grouped ? Optional.of(groups(subjects, groups)) : Optional.empty());
        ShuffledModel shuffled = plan.models().get(0);
        Shuffling shuffling = plan.shuffling();
        List<MapStatistic> statistics =
                new ArrayList<>(List.of(new MaxStatistic(shuffled.statistic().info())));
        if (statistic.equals("clusters"))
            statistics.addAll(ClusterForming.statistics(0.001, Tail.POSITIVE, 1, shuffled.degreesOfFreedom()));
        if (statistic.equals("tfce")) statistics.add(EnhancedStatistic.DEFAULT);
        MapRecipe recipe = new MapRecipe(
                shuffled,
                plan.rows().get(0),
                shuffling.scheme() == ShuffleScheme.FLIPS,
                Tail.POSITIVE,
                statistics,
                new Neighbours(mask, 6),
                List.of());
        maps = new ShuffledMaps(VoxelMatrix.of(data), recipe, Optional.empty(), uncorrected);
        var stream = shuffling.random(0);
        shuffles = IntStream.range(0, SHUFFLES).mapToObj(k -> stream.next()).toList();
    }

    private static BlockLabels groups(int subjects, int groups) {
        return new BlockLabels(IntStream.range(0, subjects)
                .mapToObj(s -> new int[] {group(s, subjects, groups)})
                .toArray(int[][]::new));
    }

    private static int group(int subject, int subjects, int groups) {
        return 1 + subject * groups / subjects;
    }

    private DMatrixRMaj design(int subjects) {
        DMatrixRMaj design = new DMatrixRMaj(
                subjects,
                switch (model) {
                    case "flips" -> 1;
                    case "threeGroups" -> 3;
                    default -> 4;
                });
        for (int s = 0; s < subjects; s++)
            for (int c = 0; c < design.numCols; c++) design.set(s, c, value(s, subjects, c));
        return design;
    }

    private double value(int subject, int subjects, int column) {
        return switch (model) {
            case "flips" -> 1;
            case "threeGroups" -> column == 2 || group(subject, subjects, 3) == column + 1 ? 1 : 0;
            case "twoGroups" -> column == 0 ? group(subject, subjects, 2) : Math.cos(subject * (column - 1));
            default -> column == 0 ? Math.sin(subject) : Math.cos(subject * (column - 1));
        };
    }

    @Benchmark
    @OperationsPerInvocation(SHUFFLES)
    public List<ShuffledMaps.Outcome> shuffle() {
        int size = maps.needs().most();
        List<Integer> blocks = IntStream.range(0, SHUFFLES / size).boxed().toList();
        return Parallelization.runWithNumThreads(threads, () -> Parallelization.getTaskExecutor()
                .forEachApply(
                        blocks,
                        block -> maps.evaluate(
                                shuffles.subList(block * size, (block + 1) * size), new MapRoom(), Progress.NONE)));
    }

    /** Runs the benchmark; arguments such as {@code -p statistic=t} are JMH's. */
    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(PermutationBenchmark.class.getName())
                        .build())
                .run();
    }
}
