package cohort.permute.map;

import cohort.Progress;
import cohort.cluster.Excursion;
import cohort.matrix.VoxelMatrix;
import cohort.permute.local.MapModel;
import cohort.permute.model.VoxelStatistic;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.CountingScreen;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** From tiles of voxels to excursions: the scratch memory of one thread. */
public final class MapWorker {
    /** Where lower voxels matter too, there are so many of them that all are computed exactly at once. */
    public static final double LEAST_SCREENED = 1;

    private final MapRecipe recipe;
    private final int voxels, before;
    private final double floor;
    private final Optional<MapModel.Maker> own;
    private final Optional<? extends TileScreen> screen;
    private final Optional<CountingScreen> counting;
    private final List<VoxelTile> tiles;
    private final List<VoxelStatistic.Evaluator> onTile;
    private final double[] aims;
    private final int[] reaching;
    private final double[] values = new double[VoxelTile.SIZE];
    private final int[] found;
    private final int[] signs;
    private Excursion[][] excursions = {};

    /**
     * @param data the values that are tested, of some neighbouring voxels
     * @param before how many voxels stand before them in mask order
     * @param floor above which voxels are kept
     * @param removed orthonormal columns that the data are cleared of
     * @param own makes whole maps, where the statistic is not that of the model in each voxel by itself; the data are then all voxels
     * @param aims if shuffles are to be counted, the smallest value that counts in each of the voxels; otherwise none
     */
    public MapWorker(
            MapRecipe recipe,
            VoxelMatrix data,
            int before,
            double floor,
            double[][] removed,
            Optional<MapModel.Maker> own,
            double[] aims) {
        VoxelStatistic statistic = recipe.model().statistic();
        this.recipe = recipe;
        this.voxels = data.voxels();
        this.before = before;
        this.floor = floor;
        this.own = own;
        boolean isScreened = own.isEmpty() && floor >= LEAST_SCREENED;
        this.counting = isScreened && aims.length > 0
                ? statistic.countingScreen(recipe.model(), recipe.onlyFlips(), recipe.tail())
                : Optional.empty();
        this.screen = isScreened && aims.length == 0
                ? statistic.screen(recipe.model(), recipe.onlyFlips(), recipe.tail())
                : counting;
        this.tiles = Stream.generate(() -> new VoxelTile(data, removed))
                .limit(screen.map(TileScreen::tiles).orElse(1))
                .toList();
        this.onTile = tiles.stream().map(statistic::on).toList();
        this.found = new int[tiles.size() * VoxelTile.SIZE];
        this.aims = aims;
        this.reaching = new int[aims.length];
        this.signs = recipe.tail().signs();
    }

    /** For each voxel, how many of the last shuffles reach what counts; no voxels where this is not counted. */
    public int[] reached() {
        return reaching.clone();
    }

    /**
     * Makes the map of each shuffle.
     *
     * @param units the shuffles
     * @param room where they are made
     * @param progress may cancel them, between one run of tiles and the next
     * @return shuffles x sides, valid until something else is made in the room
     */
    public Excursion[][] makeMaps(List<Shuffle> units, MapRoom room, Progress progress) {
        List<Shuffle> block = units.stream().map(recipe.rows()::expand).toList();
        Arrays.fill(reaching, 0);
        excursions = room.cleared(block.size(), signs.length, floor);
        own.ifPresentOrElse(maker -> makeWhole(maker, block, progress), () -> makeTiles(block, progress));
        return excursions;
    }

    private void makeWhole(MapModel.Maker maker, List<Shuffle> block, Progress progress) {
        maker.make(block, new MapModel.Receiver() {
            @Override
            public void take(int shuffle, int first, int length, double[] values) {
                progress.checkCanceled();
                add(shuffle, first, length, values);
            }

            @Override
            public double floor() {
                return exactAbove();
            }

            @Override
            public double reached(int shuffle) {
                return greatest(shuffle);
            }
        });
    }

    private void makeTiles(List<Shuffle> block, Progress progress) {
        IntFunction<double[][]> designs = recipe.model().designs(block);
        screen.ifPresent(s -> s.prepare(block, designs));
        for (int first = 0; first < voxels; first += found.length) {
            progress.checkCanceled();
            for (int t = 0; t < tiles.size(); t++) tiles.get(t).moveTo(first + t * VoxelTile.SIZE);
            if (screen.isPresent()) addCandidates(screen.get(), block.size(), designs, first);
            else addAll(block.size(), designs, tiles.get(0));
        }
    }

    private void addAll(int shuffles, IntFunction<double[][]> designs, VoxelTile tile) {
        for (int k = 0; k < shuffles; k++) {
            onTile.get(0).values(designs.apply(k), greatest(k), exactAbove(), values);
            add(k, tile.first(), tile.length(), values);
        }
    }

    /** Where shuffles are counted, every value may count. */
    private double exactAbove() {
        return aims.length > 0 ? Double.NEGATIVE_INFINITY : floor;
    }

    private void add(int shuffle, int first, int length, double[] values) {
        if (aims.length > 0) count(first, length, values);
        for (int s = 0; s < signs.length; s++) excursions[shuffle][s].addAll(before + first, length, values, signs[s]);
    }

    private void count(int first, int length, double[] values) {
        for (int j = 0, v = first; j < length; j++, v++)
            if (recipe.tail().evidence(values[j]) >= aims[v]) reaching[v]++;
    }

    private void addCandidates(TileScreen screen, int shuffles, IntFunction<double[][]> designs, int first) {
        counting.ifPresentOrElse(counts -> counts.load(tiles, aims, first), () -> screen.load(tiles));
        for (int k = 0; k < shuffles; k++) {
            int count = screen.candidates(k, Math.min(floor, greatest(k)), floor, found);
            if (count > 0) addFound(designs.apply(k), k, first, count);
            int open = counting.isPresent() ? counting.get().count(k, found) : 0;
            if (open > 0) countFound(designs.apply(k), first, open);
        }
        counting.ifPresent(counts -> counts.addCounts(reaching, first));
    }

    private void addFound(double[][] design, int shuffle, int first, int count) {
        for (int c = 0; c < count; c++) {
            double value = value(design, found[c]);
            for (int s = 0; s < signs.length; s++)
                excursions[shuffle][s].add(before + first + found[c], signs[s] * value);
        }
    }

    private void countFound(double[][] design, int first, int count) {
        for (int c = 0; c < count; c++) {
            int v = first + found[c];
            if (recipe.tail().evidence(value(design, found[c])) >= aims[v]) reaching[v]++;
        }
    }

    private double value(double[][] design, int place) {
        return onTile.get(place / VoxelTile.SIZE).value(design, place % VoxelTile.SIZE);
    }

    /** The greatest evidence of a shuffle so far. */
    private double greatest(int shuffle) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Excursion excursion : excursions[shuffle]) greatest = Math.max(greatest, excursion.max());
        return greatest;
    }
}
