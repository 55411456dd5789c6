package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.cluster.Excursion;
import cohort.cluster.Neighbours;
import cohort.design.matrix.BlockLabels;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.Hypothesis;
import cohort.permute.ShuffleOptions;
import cohort.permute.ShufflePlan;
import cohort.permute.ShufflePlanner;
import cohort.permute.map.MapMaxima;
import cohort.permute.map.MapRecipe;
import cohort.permute.map.MapRoom;
import cohort.permute.map.MapWorker;
import cohort.permute.model.RegressionMethod;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.model.VoxelStatistic;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.Ties;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.UnitRows;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.MaxStatistic;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maxima and counts with the screen and without it: the same to the last bit. */
class ScreenedRunTest {
    private static final Mask MASK = Mask.everywhere(Grid.ofVoxelSize(12, 11, 10, 3, 3, 3));

    /** The same statistic, which tells of no screen. */
    private record Unscreened(VoxelStatistic statistic) implements VoxelStatistic {

        @Override
        public StatisticInfo info() {
            return statistic.info();
        }

        @Override
        public Object kind() {
            return statistic.kind();
        }

        @Override
        public Evaluator on(VoxelTile tile) {
            return statistic.on(tile);
        }
    }

    /** Maxima, statistics x shuffles, and how many shuffles reach what is observed in each voxel. */
    private record Outcome(double[][] maxima, int[] reached) {}

    /** Of no rows: the mean, by sign flips. */
    @ParameterizedTest
    @CsvSource({
        "16, 1, 0, BOTH",
        "16, 1, 0, POSITIVE",
        "45, 1, 0, NEGATIVE",
        "9, 2, 1, BOTH",
        "20, 4, 1, BOTH",
        "20, 4, 1, NEGATIVE",
        "21, 5, 2, POSITIVE",
        "60, 30, 1, BOTH",
        "210, 4, 1, POSITIVE",
        "60, 40, 3, POSITIVE",
        "120, 100, 1, NEGATIVE",
        "150, 90, 2, POSITIVE",
        "530, 12, 1, BOTH"
    })
    void maximaAndCountsAreThoseOfAllVoxels(int subjects, int columns, int rows, Tail tail) {
        Random random = new Random(subjects + columns);
        double[] values = random.doubles((long) subjects * MASK.size(), -1, 1).toArray();
        if (subjects > 500) // neighbours resemble each other
        for (int i = 1; i < values.length; i++) values[i] += 0.97 * values[i - 1];
        for (int v = 0; v < MASK.size(); v += 50) // one subject far off, and a voxel that the model nearly explains
        values[v] = 1e4;
        DMatrixRMaj design = new DMatrixRMaj(subjects, columns);
        for (int s = 0; s < subjects; s++) {
            design.set(s, 0, 1);
            for (int c = 1; c < columns; c++) design.set(s, c, random.nextGaussian());
            values[s * MASK.size() + 7] = design.get(s, columns - 1) + 1e-7 * values[s * MASK.size() + 7];
            values[s * MASK.size() + 8] = design.get(s, columns - 1); // entirely
            values[s * MASK.size() + 9] = 0;
            for (int v = 10; v < 40; v++) // ties
            values[s * MASK.size() + v] = random.nextInt(3) - 1;
        }
        DMatrixRMaj contrast = new DMatrixRMaj(Math.max(1, rows), columns);
        for (int r = 0; r < contrast.numRows; r++) contrast.set(r, rows == 0 ? 0 : r + 1, 1);
        holds(values, design, contrast, tail);
    }

    private static void holds(double[] values, DMatrixRMaj design, DMatrixRMaj contrast, Tail tail) {
        holds(values, design, contrast, tail, ShuffleOptions.automatic(), Optional.empty());
    }

    /**
     * Contrasts of groups, or of a slope that they share.
     *
     * @param larger how many times as many subjects the first group has as each other
     */
    @ParameterizedTest
    @CsvSource({
        "12, 2, 1, 0, groups, 1, BOTH",
        "13, 2, 1, 1, groups, 1, NEGATIVE",
        "30, 2, 1, 3, groups, 1, POSITIVE",
        "15, 3, 1, 0, groups, 2, POSITIVE",
        "31, 3, 1, 2, groups, 1, BOTH",
        "24, 4, 1, 0, groups, 3, POSITIVE",
        "80, 2, 1, 9, groups, 1, BOTH",
        "27, 2, 2, 2, groups, 1, BOTH",
        "40, 2, 4, 0, groups, 1, NEGATIVE",
        "35, 3, 2, 0, groups, 1, BOTH",
        "30, 2, 1, 3, slope, 1, POSITIVE",
        "41, 3, 2, 1, slope, 1, BOTH",
        "260, 2, 1, 3, groups, 1, BOTH",
        "260, 2, 1, 3, slope, 1, NEGATIVE",
        "80, 2, 1, 40, groups, 1, BOTH"
    })
    void soAreThoseOfVariancesOfGroups(
            int subjects, int groups, int larger, int covariates, String tested, int rows, Tail tail) {
        Random random = new Random(subjects);
        double[] values = random.doubles((long) subjects * MASK.size(), -1, 1).toArray();
        DMatrixRMaj design = new DMatrixRMaj(subjects, groups + covariates);
        int[][] labels = new int[subjects][1];
        for (int s = 0; s < subjects; s++) {
            int group = Math.max(0, s % (groups + larger - 1) - larger + 1);
            labels[s][0] = group + 1;
            design.set(s, group, 1);
            for (int c = 0; c < covariates; c++) design.set(s, groups + c, random.nextGaussian());
            for (int v = 0; v < MASK.size(); v++) values[s * MASK.size() + v] *= 1 + 3 * group;
            for (int v = 20; v < 25; v++) // one group without residuals, and a voxel of zeros
            if (group == 0) values[s * MASK.size() + v] = v == 24 ? 0 : 1e-7 * values[s * MASK.size() + v];
            values[s * MASK.size() + 9] = 0;
            values[s * MASK.size() + 11] = s == 0 ? 1e6 : values[s * MASK.size() + 11];
        }
        DMatrixRMaj contrast = new DMatrixRMaj(rows, groups + covariates);
        if (tested.equals("slope")) contrast.set(0, groups, 1);
        else
            for (int r = 0; r < rows; r++) {
                contrast.set(r, r, 1);
                contrast.set(r, r + 1, -1);
            }
        for (ShuffleScheme scheme : List.of(ShuffleScheme.PERMUTATIONS, ShuffleScheme.FLIPS))
            holds(
                    values,
                    design,
                    contrast,
                    tail,
                    new ShuffleOptions(scheme, RegressionMethod.FREEDMAN_LANE, Optional.empty(), true),
                    Optional.of(new BlockLabels(labels)));
    }

    private static void holds(
            double[] values,
            DMatrixRMaj design,
            DMatrixRMaj contrast,
            Tail tail,
            ShuffleOptions options,
            Optional<BlockLabels> groups) {
        ShufflePlan plan = ShufflePlanner.plan(design, List.of(Hypothesis.of(contrast)), options, groups);
        ShuffledModel model = plan.models().get(0);
        var stream = plan.shuffling().random(5);
        List<Shuffle> shuffles = Stream.generate(stream::next).limit(300).toList();
        boolean onlyFlips = plan.shuffling().scheme() == ShuffleScheme.FLIPS;
        UnitRows rows = plan.rows().get(0);
        double level = groups.isEmpty()
                ? ClusterForming.level(0.01, tail, contrast.numRows, model.degreesOfFreedom())
                : ClusterForming.levelOfZ(0.01, tail);
        List<MapStatistic> statistics = Stream.<MapStatistic>concat(
                        Stream.of(new MaxStatistic(model.statistic().info())),
                        Stream.of(new ClusterSize(level), new ClusterMass(level)))
                .toList();
        VoxelMatrix data = VoxelMatrix.of(ArrayImgs.doubles(values, MASK.size(), design.numRows));
        MapRecipe whole = new MapRecipe(
                model.repeated(1, new Unscreened(model.statistic())),
                rows,
                onlyFlips,
                tail,
                statistics,
                new Neighbours(MASK, 6),
                List.of());
        MapRecipe screened = new MapRecipe(model, rows, onlyFlips, tail, statistics, whole.neighbours(), List.of());
        double[] aims = aims(whole, data, tail);
        Outcome expected = outcome(whole, data, shuffles, aims), counted = outcome(screened, data, shuffles, aims);
        assertArrayEquals(expected.maxima(), counted.maxima());
        assertArrayEquals(expected.reached(), counted.reached());
        assertArrayEquals(
                expected.maxima(),
                outcome(screened, data, shuffles, new double[0]).maxima());
        assertTrue(Arrays.stream(counted.reached()).distinct().count() > 20);
    }

    /** What the unshuffled labelling gives. */
    private static double[] aims(MapRecipe recipe, VoxelMatrix data, Tail tail) {
        MapWorker worker = new MapWorker(
                recipe,
                data,
                0,
                Double.NEGATIVE_INFINITY,
                recipe.model().removedFromObserved(),
                Optional.empty(),
                new double[0]);
        Excursion[] observed =
                worker.makeMaps(List.of(Shuffle.identity(recipe.rows().units())), new MapRoom(), Progress.NONE)[0];
        double[] map = new MapMaxima(recipe).map(0, observed);
        return Arrays.stream(map).map(value -> Ties.least(tail.evidence(value))).toArray();
    }

    private static Outcome outcome(MapRecipe recipe, VoxelMatrix data, List<Shuffle> shuffles, double[] aims) {
        MapWorker worker =
                new MapWorker(recipe, data, 0, recipe.floor(), recipe.model().removed(), Optional.empty(), aims);
        Excursion[][] maps = worker.makeMaps(shuffles, new MapRoom(), Progress.NONE);
        return new Outcome(new MapMaxima(recipe).of(maps, Progress.NONE), worker.reached());
    }
}
