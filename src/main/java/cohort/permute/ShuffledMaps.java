package cohort.permute;

import cohort.Progress;
import cohort.cluster.Excursion;
import cohort.matrix.VoxelMatrix;
import cohort.permute.executor.BlockNeeds;
import cohort.permute.local.MapModel;
import cohort.permute.map.MapMaxima;
import cohort.permute.map.MapRecipe;
import cohort.permute.map.MapRoom;
import cohort.permute.map.MapWorker;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.model.VoxelStatistic;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.Ties;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.statistic.Calibration;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Makes the statistic map of each shuffle and takes the maximum of every map statistic from it. */
final class ShuffledMaps {
    /** How many shuffles pay for preparing each tile; where most voxels are kept, of data in memory, and of data on disk. */
    private static final int SCREENED_BLOCK = 1024, WHOLE_BLOCK = 32, WHOLE_BLOCK_ON_DISK = 128;
    /** How many there are at least where rounds are to be short, of data in memory. */
    private static final int SHORT_SCREENED_BLOCK = 128, SHORT_WHOLE_BLOCK = 4;
    /** The share of the voxels that is taken to exceed a floor, as long as it is not known. */
    private static final int USUAL_SHARE = 32;

    private final VoxelMatrix data;
    private final int voxels;
    private final MapRecipe recipe;
    private final VoxelStatistic statistic;
    private final Optional<MapModel> own;
    private final List<StatisticInfo> infos;
    private final double[][] observed;
    /** The smallest value that counts in each voxel; none where shuffles are not counted. */
    private final double[] aims;

    /** The most bytes that the map of a shuffle took, 0 at first. */
    private final AtomicLong taken = new AtomicLong();

    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param data the values that are tested
     * @param recipe what is made of them
     * @param own makes whole maps, where the statistic is not that of the model in each voxel by itself
     * @param counting whether to count for each voxel how many shuffles reach its unshuffled value
     */
    ShuffledMaps(VoxelMatrix data, MapRecipe recipe, Optional<MapModel> own, boolean counting) {
        this.data = data;
        this.voxels = recipe.neighbours().size();
        this.recipe = recipe;
        this.statistic = recipe.model().statistic();
        this.own = own;
        this.infos = recipe.statistics().stream().map(MapStatistic::info).toList();
        this.observed = unshuffled();
        this.aims = counting
                ? Arrays.stream(observed[0])
                        .map(value -> Ties.least(tail().evidence(value)))
                        .toArray()
                : new double[0];
    }

    /** What is made of the data. */
    MapRecipe recipe() {
        return recipe;
    }

    /** Whether each voxel is computed by itself, so that maps can be made in parts. */
    boolean isSplittable() {
        return own.isEmpty();
    }

    /** The smallest value that counts in each voxel; none where shuffles are not counted. */
    double[] aims() {
        return aims;
    }

    /** Number of map statistics. */
    int statistics() {
        return infos.size();
    }

    /** The side on which evidence counts. */
    Tail tail() {
        return recipe.tail();
    }

    /** What one of the map statistics is. */
    StatisticInfo info(int index) {
        return infos.get(index);
    }

    /** What one of the map statistics says of thresholds of p, if it is made for it. */
    Optional<Calibration> calibrate(int index, NullDistribution nulls) {
        return recipe.statistics().get(index).calibrate(voxels, observed[index][0], nulls);
    }

    /** Maps whose kinds are equal have maxima that can be compared. */
    Object kind() {
        return List.of(
                infos.get(0).name(),
                own.map(MapModel::kind).orElseGet(statistic::kind),
                tail(),
                recipe.statistics().subList(1, infos.size()));
    }

    /** Whether several maps of each subject are tested by one number. */
    boolean isCombined() {
        return !recipe.model().combined().isEmpty();
    }

    /** Number of voxels. */
    int voxels() {
        return voxels;
    }

    /** Whether it is counted how many shuffles reach each voxel's unshuffled value. */
    boolean isCounting() {
        return aims.length > 0;
    }

    /**
     * What a block of shuffles gave.
     *
     * @param maxima statistics x shuffles
     * @param reached by voxel, how many of the shuffles reach the unshuffled value; empty if this is not counted
     */
    record Outcome(double[][] maxima, int[] reached) {}

    /**
     * Evaluates a block of shuffles. May be called by several threads.
     *
     * @param room where their maps are made
     * @param progress may cancel them
     */
    Outcome evaluate(List<Shuffle> block, MapRoom room, Progress progress) {
        Worker worker = idle.poll();
        if (worker == null) worker = worker(recipe.floor(), false, aims);
        Excursion[][] maps = worker.maps.makeMaps(block, room, progress);
        Outcome outcome = new Outcome(worker.maxima.of(maps, progress), worker.maps.reached());
        taken.accumulateAndGet(MapRoom.bytes(maps) / block.size(), Math::max);
        idle.add(worker);
        return outcome;
    }

    /** Lets go of what threads need for blocks, until the next one. */
    void rest() {
        idle.clear();
    }

    /** The scratch memory of one thread. */
    private record Worker(MapWorker maps, MapMaxima maxima) {}

    /** @param isObserved whether it is for the unshuffled labelling */
    private Worker worker(double floor, boolean isObserved, double[] aims) {
        ShuffledModel model = recipe.model();
        return new Worker(
                new MapWorker(
                        recipe,
                        data,
                        0,
                        floor,
                        isObserved ? model.removedFromObserved() : model.removed(),
                        own.map(maps -> maps.maker(isObserved)),
                        aims),
                new MapMaxima(recipe));
    }

    /** The maps of all statistics without any shuffle, statistics x voxels; not to be written to. */
    double[][] observed() {
        return observed;
    }

    /** The unshuffled map of the statistic that that of the voxels is the z of; empty if it is no z. */
    Optional<VoxelMap> untransformed() {
        return own.isPresent() ? own.get().untransformed().map(this::map) : untransformedTiles();
    }

    private VoxelMap map(MapModel plain) {
        double[] map = new double[voxels];
        plain.maker(true)
                .make(List.of(unshuffledRows()), (k, first, n, values) -> System.arraycopy(values, 0, map, first, n));
        return new VoxelMap(plain.info(), map);
    }

    private Shuffle unshuffledRows() {
        return Shuffle.identity(recipe.model().effect()[0].length);
    }

    private Optional<VoxelMap> untransformedTiles() {
        ShuffledModel model = recipe.model();
        return statistic.untransformed().map(plain -> {
            VoxelTile tile = new VoxelTile(data, model.removedFromObserved());
            VoxelStatistic.Evaluator evaluator = plain.on(tile);
            double[][] design = model.design(unshuffledRows());
            double[] map = new double[voxels], values = new double[VoxelTile.SIZE];
            for (int first = 0; first < voxels; first += VoxelTile.SIZE) {
                tile.moveTo(first);
                evaluator.values(design, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, values);
                System.arraycopy(values, 0, map, first, tile.length());
            }
            return new VoxelMap(plain.info(), map);
        });
    }

    private double[][] unshuffled() {
        Worker worker = worker(Double.NEGATIVE_INFINITY, true, new double[0]);
        Excursion[] sides =
                worker.maps.makeMaps(List.of(Shuffle.identity(recipe.rows().units())), new MapRoom(), Progress.NONE)[0];
        return IntStream.range(0, infos.size())
                .mapToObj(s -> worker.maxima.map(s, sides))
                .toArray(double[][]::new);
    }

    /** What {@link #evaluate} needs for a block, as far as it is known. */
    BlockNeeds needs() {
        boolean whole = own.isPresent() || recipe.floor() < MapWorker.LEAST_SCREENED;
        long map = taken.get() > 0 ? taken.get() : (long) Excursion.BYTES * (whole ? voxels : above());
        int most = !whole ? SCREENED_BLOCK : data.isHeld() ? WHOLE_BLOCK : WHOLE_BLOCK_ON_DISK;
        return new BlockNeeds(
                !data.isHeld() ? most : whole ? SHORT_WHOLE_BLOCK : SHORT_SCREENED_BLOCK,
                most,
                map + design() + own.map(MapModel::bytes).orElse(0L));
    }

    /** How many voxels of a map exceed the floor, a guess by the unshuffled one. */
    private long above() {
        double floor = recipe.floor();
        return Math.max(
                voxels / USUAL_SHARE,
                Arrays.stream(observed[0])
                        .filter(value -> tail().evidence(value) > floor)
                        .count());
    }

    /** Bytes of a shuffle and its design; of one that waits its turn, too. */
    private long design() {
        ShuffledModel model = recipe.model();
        return (long) model.effect()[0].length * (model.columns().length + 3) * Double.BYTES;
    }
}
