package cohort.permute;

import cohort.Progress;
import cohort.permute.shuffle.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Makes shuffles in blocks, several blocks at a time, each for all contrasts. What comes out does not depend on the number of
 * threads.
 */
final class ShuffleRun {
    private final List<ShuffledMaps> contrasts;
    private final int blockSize;

    ShuffleRun(List<ShuffledMaps> contrasts) {
        this.contrasts = contrasts;
        this.blockSize =
                contrasts.stream().mapToInt(ShuffledMaps::blockSize).min().orElseThrow();
    }

    /**
     * Takes the maxima.
     *
     * @param stream the shuffles
     * @param shuffles how many to take from it
     * @param stopping tells after how many one may stop
     * @return contrasts x statistics x shuffles made
     */
    double[][][] nulls(Iterator<Shuffle> stream, int shuffles, Stopping stopping, Progress progress) {
        double[][][] nulls = contrasts.stream()
                .map(maps -> new double[maps.statistics()][shuffles])
                .toArray(double[][][]::new);
        TaskExecutor executor = Parallelization.getTaskExecutor();
        int round = blockSize * executor.suggestNumberOfTasks(), made = shuffles;
        for (int done = 0; done < made; done += round) {
            progress.checkCanceled();
            progress.update("Shuffles", done, shuffles);
            List<Block> blocks = draw(stream, done, Math.min(shuffles, done + round));
            executor.forEach(blocks, block -> {
                for (int c = 0; c < nulls.length; c++) contrasts.get(c).maxima(block.shuffles, nulls[c], block.first);
            });
            made = stopping.after(nulls, done, Math.min(shuffles, done + round)).orElse(shuffles);
        }
        progress.update("Shuffles", shuffles, shuffles);
        return cut(nulls, made);
    }

    private List<Block> draw(Iterator<Shuffle> stream, int from, int to) {
        List<Block> blocks = new ArrayList<>();
        for (int first = from; first < to; first += blockSize)
            blocks.add(new Block(
                    first,
                    IntStream.range(first, Math.min(to, first + blockSize))
                            .mapToObj(k -> stream.next())
                            .toList()));
        return blocks;
    }

    /** One after the other and in place, so that the maxima are never there twice. */
    private static double[][][] cut(double[][][] nulls, int shuffles) {
        for (double[][] contrast : nulls)
            for (int s = 0; s < contrast.length; s++)
                if (contrast[s].length > shuffles) contrast[s] = Arrays.copyOf(contrast[s], shuffles);
        return nulls;
    }

    private record Block(int first, List<Shuffle> shuffles) {}
}
