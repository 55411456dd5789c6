package cohort.permute;

import cohort.Progress;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.ShuffleBlock;
import cohort.permute.shuffle.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes shuffles in blocks, several blocks at a time, each for all contrasts. What comes out does not depend on where the blocks
 * are evaluated.
 */
final class ShuffleRun {
    private final List<ShuffledMaps> contrasts;
    private final BlockExecutor executor;
    private final int blockSize;

    ShuffleRun(List<ShuffledMaps> contrasts, BlockExecutor executor) {
        this.contrasts = contrasts;
        this.executor = executor;
        this.blockSize =
                contrasts.stream().mapToInt(ShuffledMaps::blockSize).min().orElseThrow();
    }

    /**
     * What all shuffles gave.
     *
     * @param nulls contrasts x statistics x shuffles made
     * @param reached contrasts x voxels; no voxels where this was not counted
     */
    record Outcome(double[][][] nulls, int[][] reached) {}

    /**
     * Takes the maxima.
     *
     * @param stream the shuffles
     * @param shuffles how many to take from it
     * @param stopping tells after how many one may stop
     */
    Outcome make(Iterator<Shuffle> stream, int shuffles, Stopping stopping, Progress progress) {
        double[][][] nulls = contrasts.stream()
                .map(maps -> new double[maps.statistics()][shuffles])
                .toArray(double[][][]::new);
        int[][] reached = contrasts.stream()
                .map(maps -> new int[maps.isCounting() ? maps.voxels() : 0])
                .toArray(int[][]::new);
        int round = blockSize * executor.tasks(), made = shuffles;
        for (int done = 0; done < made; done += round) {
            progress.checkCanceled();
            progress.update("Shuffles", done, shuffles);
            int end = Math.min(shuffles, done + round);
            for (BlockResult block : executor.evaluate(draw(stream, done, end), this::evaluate))
                gather(block, nulls, reached);
            made = stopping.after(nulls, done, end).orElse(shuffles);
        }
        progress.update("Shuffles", shuffles, shuffles);
        return new Outcome(cut(nulls, made), reached);
    }

    private List<ShuffleBlock> draw(Iterator<Shuffle> stream, int from, int to) {
        List<ShuffleBlock> blocks = new ArrayList<>();
        for (int first = from; first < to; first += blockSize)
            blocks.add(new ShuffleBlock(
                    first,
                    IntStream.range(first, Math.min(to, first + blockSize))
                            .mapToObj(k -> stream.next())
                            .toList()));
        return blocks;
    }

    private BlockResult evaluate(ShuffleBlock block) {
        double[][][] maxima = new double[contrasts.size()][][];
        int[][] reached = new int[contrasts.size()][];
        for (int c = 0; c < maxima.length; c++) {
            ShuffledMaps.Outcome outcome = contrasts.get(c).evaluate(block.shuffles());
            maxima[c] = outcome.maxima();
            reached[c] = outcome.reached();
        }
        return new BlockResult(block.first(), maxima, reached);
    }

    private static void gather(BlockResult block, double[][][] nulls, int[][] reached) {
        for (int c = 0; c < nulls.length; c++) {
            for (int s = 0; s < nulls[c].length; s++) {
                double[] maxima = block.maxima()[c][s];
                System.arraycopy(maxima, 0, nulls[c][s], block.first(), maxima.length);
            }
            for (int v = 0; v < reached[c].length; v++) reached[c][v] += block.reached()[c][v];
        }
    }

    /** One after the other and in place, so that the maxima are never there twice. */
    private static double[][][] cut(double[][][] nulls, int shuffles) {
        for (double[][] contrast : nulls)
            for (int s = 0; s < contrast.length; s++)
                if (contrast[s].length > shuffles) contrast[s] = Arrays.copyOf(contrast[s], shuffles);
        return nulls;
    }
}
