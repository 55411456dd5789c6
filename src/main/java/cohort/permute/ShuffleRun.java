package cohort.permute;

import cohort.InputException;
import cohort.Progress;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockNeeds;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.BlockWork;
import cohort.permute.executor.ShuffleBlock;
import cohort.permute.executor.SplitWork;
import cohort.permute.map.MapRoom;
import cohort.permute.map.SplitMaps;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.Stopping;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes shuffles in blocks, several blocks at a time, each for all contrasts, and continues where it stopped. What comes out does
 * not depend on where the blocks are evaluated, nor on how the shuffles were asked for.
 */
final class ShuffleRun {
    private final List<ShuffledMaps> contrasts;
    private final SplitWork split;
    private final String step;
    private final Iterator<Shuffle> stream;
    private final Stopping stopping;
    private final Queue<MapRoom> rooms = new ConcurrentLinkedQueue<>();

    /** Contrasts x statistics x shuffles, made or to be made. */
    private final double[][][] nulls;
    /** Contrasts x voxels; no voxels where this is not counted. */
    private final int[][] reached;

    /** How many shuffles were taken from the stream; more than were made if a rule stopped within a round, or a round failed. */
    private int drawn;

    private int made;
    private boolean stopped;

    /**
     * @param scheme what a shuffle does
     * @param stream the shuffles
     * @param stopping tells after how many of them one may stop
     */
    ShuffleRun(List<ShuffledMaps> contrasts, ShuffleScheme scheme, Iterator<Shuffle> stream, Stopping stopping) {
        this.contrasts = contrasts;
        this.step = Words.sentence(scheme.words());
        this.split = new SplitMaps(
                contrasts.stream().map(ShuffledMaps::recipe).toList(),
                contrasts.stream().map(ShuffledMaps::aims).toArray(double[][]::new));
        this.stream = stream;
        this.stopping = stopping;
        this.nulls =
                contrasts.stream().map(maps -> new double[maps.statistics()][0]).toArray(double[][][]::new);
        this.reached = contrasts.stream()
                .map(maps -> new int[maps.isCounting() ? maps.voxels() : 0])
                .toArray(int[][]::new);
    }

    /**
     * What all shuffles gave.
     *
     * @param nulls contrasts x statistics x shuffles made
     * @param reached contrasts x voxels; no voxels where this was not counted
     */
    record Outcome(double[][][] nulls, int[][] reached) {}

    /** How many shuffles were made. */
    int made() {
        return made;
    }

    /** Whether the next shuffle of the stream is the one after those that were made. */
    boolean isInStep() {
        return drawn == made;
    }

    /** Whether enough shuffles reached the observed maxima, so that no more are made. */
    boolean isStopped() {
        return stopped;
    }

    /**
     * Takes the maxima.
     *
     * @param shuffles how many to have made at the end
     * @param executor evaluates blocks of shuffles
     * @param goesOn asked whenever more of them are made, by one thread at a time; if not, they end with the blocks under way
     * @param progress hears how many are made, and may cancel them at any time
     */
    void make(int shuffles, BlockExecutor executor, BooleanSupplier goesOn, Progress progress) {
        resize(shuffles);
        Arrivals arrivals = new Arrivals(shuffles, goesOn);
        BlockWork work = work(arrivals, progress);
        while (arrivals.goesOn && !stopped && made < shuffles) {
            progress.checkCanceled();
            progress.update(step, made, shuffles);
            int size = executor.blockSize(needs(), shuffles - made);
            int end = (int) Math.min(shuffles, made + (long) size * executor.tasks());
            executor.evaluate(draw(made, end, size), work).forEach(arrivals::take);
        }
        rooms.clear();
        contrasts.forEach(ShuffledMaps::rest);
        resize(made);
        progress.update(step, shuffles, shuffles);
    }

    /** What the shuffles made so far gave; those made later do not change it. */
    Outcome outcome() {
        return new Outcome(
                Arrays.stream(nulls)
                        .map(contrast -> Arrays.stream(contrast)
                                .map(maxima -> maxima.length == made ? maxima : Arrays.copyOf(maxima, made))
                                .toArray(double[][]::new))
                        .toArray(double[][][]::new),
                Arrays.stream(reached).map(int[]::clone).toArray(int[][]::new));
    }

    /** One contrast's maps follow upon the other's. */
    private BlockNeeds needs() {
        List<BlockNeeds> each = contrasts.stream().map(ShuffledMaps::needs).toList();
        return new BlockNeeds(
                each.stream().mapToInt(BlockNeeds::least).max().orElseThrow(),
                each.stream().mapToInt(BlockNeeds::most).min().orElseThrow(),
                each.stream().mapToLong(BlockNeeds::bytes).max().orElseThrow());
    }

    private List<ShuffleBlock> draw(int from, int to, int blockSize) {
        List<ShuffleBlock> blocks = new ArrayList<>();
        drawn = to;
        for (int first = from; first < to; first += blockSize)
            blocks.add(new ShuffleBlock(
                    first,
                    IntStream.range(first, Math.min(to, first + blockSize))
                            .mapToObj(k -> stream.next())
                            .toList()));
        return blocks;
    }

    /** Takes in blocks in their order, each as soon as it and those before it have come. */
    private final class Arrivals {
        private final int asked;
        private final BooleanSupplier monitor;
        private final Map<Integer, BlockResult> early = new HashMap<>();
        private boolean goesOn = true;

        Arrivals(int asked, BooleanSupplier monitor) {
            this.asked = asked;
            this.monitor = monitor;
        }

        /** Takes in a block, which may have been taken before. */
        synchronized void take(BlockResult block) {
            if (stopped || block.first() < made) return;
            early.put(block.first(), block);
            for (BlockResult next = early.remove(made); next != null && !stopped; next = early.remove(made)) add(next);
        }

        private void add(BlockResult block) {
            gather(block);
            int end = made + block.maxima()[0][0].length;
            OptionalInt enough = stopping.after(nulls, made, end);
            stopped = enough.isPresent();
            made = enough.orElse(end);
            if (made < asked && !monitor.getAsBoolean()) goesOn = false;
        }
    }

    private BlockWork work(Arrivals arrivals, Progress progress) {
        Optional<StatisticInfo> whole = contrasts.stream()
                .filter(maps -> !maps.isSplittable())
                .map(maps -> maps.info(0))
                .findFirst();
        return new BlockWork() {
            @Override
            public BlockResult evaluate(ShuffleBlock block) {
                BlockResult result = ShuffleRun.this.evaluate(block, progress);
                arrivals.take(result);
                return result;
            }

            @Override
            public SplitWork split() {
                if (whole.isPresent())
                    throw new InputException("Found a test by " + whole.get().symbol()
                            + ", which needs whole maps, on a cluster, expected a statistic computed voxel by"
                            + " voxel; run it on one machine.");
                return split;
            }
        };
    }

    private BlockResult evaluate(ShuffleBlock block, Progress progress) {
        double[][][] maxima = new double[contrasts.size()][][];
        int[][] counts = new int[contrasts.size()][];
        MapRoom room = Optional.ofNullable(rooms.poll()).orElseGet(MapRoom::new);
        for (int c = 0; c < maxima.length; c++) {
            ShuffledMaps.Outcome outcome = contrasts.get(c).evaluate(block.shuffles(), room, progress);
            maxima[c] = outcome.maxima();
            counts[c] = outcome.reached();
        }
        rooms.add(room);
        return new BlockResult(block.first(), maxima, counts);
    }

    private void gather(BlockResult block) {
        for (int c = 0; c < nulls.length; c++) {
            for (int s = 0; s < nulls[c].length; s++) {
                double[] maxima = block.maxima()[c][s];
                System.arraycopy(maxima, 0, nulls[c][s], block.first(), maxima.length);
            }
            for (int v = 0; v < reached[c].length; v++) reached[c][v] += block.reached()[c][v];
        }
    }

    /** One after the other and in place, so that the maxima are never there twice. */
    private void resize(int shuffles) {
        for (double[][] contrast : nulls)
            for (int s = 0; s < contrast.length; s++)
                if (contrast[s].length != shuffles) contrast[s] = Arrays.copyOf(contrast[s], shuffles);
    }
}
