package cohort.permute;

import cohort.cluster.Excursion;
import cohort.cluster.Neighbours;
import cohort.cluster.Workspace;
import cohort.matrix.VoxelMatrix;
import cohort.permute.local.MapModel;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.model.VoxelStatistic;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.Ties;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.UnitRows;
import cohort.permute.statistic.Calibration;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the statistic map of each shuffle and takes the maximum of every map statistic from it. */
final class ShuffledMaps {
    /** Where lower voxels matter too, there are so many of them that all are computed exactly at once. */
    private static final double LEAST_SCREENED = 1;
    /** Shuffles in a block: enough to pay for preparing each tile, and few where every voxel is kept. */
    private static final int SCREENED_BLOCK = 1024, WHOLE_BLOCK = 8;

    private final VoxelMatrix data;
    private final int voxels;
    private final ShuffledModel model;
    private final UnitRows rows;
    private final VoxelStatistic statistic;
    private final Optional<MapModel> own;
    private final boolean onlyFlips;
    private final Neighbours neighbours;
    private final List<MapStatistic> statistics;
    private final List<StatisticInfo> infos;
    private final Tail tail;
    private final double[][] observed;
    private final Optional<double[]> aims;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param data the values that are tested
     * @param model what is shuffled
     * @param own makes whole maps, where the statistic is not that of the model in each voxel by itself
     * @param rows which of its rows belong to which unit of shuffling
     * @param onlyFlips whether the shuffles change signs alone
     * @param counting whether to count for each voxel how many shuffles reach its unshuffled value
     */
    ShuffledMaps(
            VoxelMatrix data,
            ShuffledModel model,
            Optional<MapModel> own,
            UnitRows rows,
            boolean onlyFlips,
            Neighbours neighbours,
            List<MapStatistic> statistics,
            Tail tail,
            boolean counting) {
        this.data = data;
        this.voxels = neighbours.size();
        this.model = model;
        this.rows = rows;
        this.statistic = model.statistic();
        this.own = own;
        this.onlyFlips = onlyFlips;
        this.neighbours = neighbours;
        this.statistics = statistics;
        this.infos = statistics.stream().map(MapStatistic::info).toList();
        this.tail = tail;
        this.observed = unshuffled();
        this.aims = counting
                ? Optional.of(Arrays.stream(observed[0])
                        .map(value -> Ties.least(tail.evidence(value)))
                        .toArray())
                : Optional.empty();
    }

    /** Number of map statistics. */
    int statistics() {
        return statistics.size();
    }

    /** The side on which evidence counts. */
    Tail tail() {
        return tail;
    }

    /** What one of the map statistics is. */
    StatisticInfo info(int index) {
        return infos.get(index);
    }

    /** What one of the map statistics says of thresholds of p, if it is made for it. */
    Optional<Calibration> calibrate(int index, NullDistribution nulls) {
        return statistics.get(index).calibrate(voxels, observed[index][0], nulls);
    }

    /** Maps whose kinds are equal have maxima that can be compared. */
    Object kind() {
        return List.of(
                infos.get(0).name(),
                own.map(MapModel::kind).orElseGet(statistic::kind),
                tail,
                statistics.subList(1, statistics.size()));
    }

    /** Whether several maps of each subject are tested by one number. */
    boolean isCombined() {
        return model.combined().isPresent();
    }

    /** Number of voxels. */
    int voxels() {
        return voxels;
    }

    /** Whether it is counted how many shuffles reach each voxel's unshuffled value. */
    boolean isCounting() {
        return aims.isPresent();
    }

    /**
     * What a block of shuffles gave.
     *
     * @param maxima statistics x shuffles
     * @param reached by voxel, how many of the shuffles reach the unshuffled value; empty if this is not counted
     */
    record Outcome(double[][] maxima, int[] reached) {}

    /** Evaluates a block of shuffles. May be called by several threads. */
    Outcome evaluate(List<Shuffle> block) {
        Worker worker = idle.poll();
        if (worker == null) worker = new Worker(floor(), false, aims);
        Arrays.fill(worker.reaching, 0);
        worker.makeMaps(block.stream().map(rows::expand).toList());
        double[][] maxima = new double[statistics.size()][block.size()];
        for (int k = 0; k < block.size(); k++)
            for (int s = 0; s < statistics.size(); s++) maxima[s][k] = worker.max(s, k);
        Outcome outcome = new Outcome(maxima, worker.reaching.clone());
        idle.add(worker);
        return outcome;
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
        return Shuffle.identity(model.effect()[0].length);
    }

    private Optional<VoxelMap> untransformedTiles() {
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
        Worker worker = new Worker(Double.NEGATIVE_INFINITY, true, Optional.empty());
        worker.makeMaps(List.of(unshuffledRows()));
        return IntStream.range(0, statistics.size()).mapToObj(worker::map).toArray(double[][]::new);
    }

    /** How many shuffles {@link #evaluate} takes at best. */
    int blockSize() {
        return own.isPresent() || floor() < LEAST_SCREENED ? WHOLE_BLOCK : SCREENED_BLOCK;
    }

    private double floor() {
        return statistics.stream().mapToDouble(MapStatistic::floor).min().orElseThrow();
    }

    /** The scratch memory of one thread. */
    private final class Worker {
        private final double floor;
        private final Optional<MapModel.Maker> maker;
        private final Optional<TileScreen> screen;
        private final List<VoxelTile> tiles;
        private final List<VoxelStatistic.Evaluator> onTile;
        private final double[] aims;
        private final int[] reaching;
        private final double[] values = new double[VoxelTile.SIZE];
        private final int[] found;
        private final int[] signs = tail.signs();
        private final List<MapStatistic.Evaluator> evaluators;
        private Excursion[][] excursions = new Excursion[0][];

        /**
         * @param observed whether it is for the unshuffled labelling
         * @param aims if shuffles are to be counted, the least value that counts in each voxel
         */
        Worker(double floor, boolean observed, Optional<double[]> aims) {
            this.floor = floor;
            this.maker = own.map(maps -> maps.maker(observed));
            double[][] removed = observed ? model.removedFromObserved() : model.removed();
            this.screen = own.isPresent() || floor < LEAST_SCREENED || aims.isPresent()
                    ? Optional.empty()
                    : statistic.screen(model, onlyFlips, tail);
            this.tiles = Stream.generate(() -> new VoxelTile(data, removed))
                    .limit(screen.map(TileScreen::tiles).orElse(1))
                    .toList();
            this.onTile = tiles.stream().map(statistic::on).toList();
            this.found = new int[tiles.size() * VoxelTile.SIZE];
            this.aims = aims.orElse(new double[0]);
            this.reaching = new int[this.aims.length];
            Workspace workspace = new Workspace(neighbours);
            evaluators = statistics.stream().map(s -> s.evaluator(workspace)).toList();
        }

        /** Leaves the excursions of each shuffle, one for each sign. */
        void makeMaps(List<Shuffle> block) {
            if (maker.isPresent()) makeWhole(block, maker.get());
            else makeTiles(block);
        }

        private void makeWhole(List<Shuffle> block, MapModel.Maker maker) {
            clear(block.size());
            maker.make(block, (k, first, length, values) -> {
                if (aims.length > 0) count(first, length, values);
                add(k, first, length, values);
            });
        }

        private void makeTiles(List<Shuffle> block) {
            double[][][] designs = block.stream().map(model::design).toArray(double[][][]::new);
            clear(designs.length);
            screen.ifPresent(s -> s.prepare(block, designs));
            for (int first = 0; first < voxels; first += found.length) {
                for (int t = 0; t < tiles.size(); t++) tiles.get(t).moveTo(first + t * VoxelTile.SIZE);
                if (screen.isPresent()) addCandidates(screen.get(), designs, first);
                else addAll(designs, tiles.get(0));
            }
        }

        private void addAll(double[][][] designs, VoxelTile tile) {
            for (int k = 0; k < designs.length; k++) {
                onTile.get(0)
                        .values(designs[k], reached(k), aims.length > 0 ? Double.NEGATIVE_INFINITY : floor, values);
                if (aims.length > 0) count(tile.first(), tile.length(), values);
                add(k, tile.first(), tile.length(), values);
            }
        }

        private void add(int shuffle, int first, int length, double[] values) {
            for (int s = 0; s < signs.length; s++) excursions[shuffle][s].addAll(first, length, values, signs[s]);
        }

        private void count(int first, int length, double[] values) {
            for (int j = 0, v = first; j < length; j++, v++) if (tail.evidence(values[j]) >= aims[v]) reaching[v]++;
        }

        private void addCandidates(TileScreen screen, double[][][] designs, int first) {
            screen.load(tiles);
            for (int k = 0; k < designs.length; k++) {
                int count = screen.candidates(k, Math.min(floor, reached(k)), floor, found);
                for (int c = 0; c < count; c++) {
                    double value = onTile.get(found[c] / VoxelTile.SIZE).value(designs[k], found[c] % VoxelTile.SIZE);
                    for (int s = 0; s < signs.length; s++) excursions[k][s].add(first + found[c], signs[s] * value);
                }
            }
        }

        /** The greatest evidence of a shuffle so far. */
        private double reached(int shuffle) {
            double reached = Double.NEGATIVE_INFINITY;
            for (Excursion excursion : excursions[shuffle]) reached = Math.max(reached, excursion.max());
            return reached;
        }

        private void clear(int shuffles) {
            int before = excursions.length;
            if (before < shuffles) {
                excursions = Arrays.copyOf(excursions, shuffles);
                for (int k = before; k < shuffles; k++)
                    excursions[k] = Arrays.stream(signs)
                            .mapToObj(s -> new Excursion(floor))
                            .toArray(Excursion[]::new);
            }
            for (int k = 0; k < shuffles; k++) for (Excursion excursion : excursions[k]) excursion.clear();
        }

        double max(int statistic, int shuffle) {
            return evaluators.get(statistic).ofSides(excursions[shuffle]);
        }

        double[] map(int statistic) {
            boolean signed = infos.get(statistic).isSigned();
            double[] map = new double[voxels], side = new double[voxels];
            if (infos.get(statistic).kind() == StatisticInfo.Kind.IMAGE) {
                Arrays.fill(map, max(statistic, 0));
                return map;
            }
            for (int s = 0; s < signs.length; s++) {
                Arrays.fill(side, 0);
                evaluators.get(statistic).map(excursions[0][s], side);
                for (int v = 0; v < voxels; v++) if (side[v] != 0) map[v] = signed ? signs[s] * side[v] : side[v];
            }
            return map;
        }
    }
}
