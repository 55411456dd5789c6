package cohort.data.download;

import cohort.Progress;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/**
 * Downloads files by HTTP, several at a time. Each takes its name when it is complete and what it must be; what is
 * complete stays, whatever becomes of the others.
 *
 * @param web the way to the server
 */
public record Downloader(Web web) {
    /** Enough to fill a line, and fewer than a server takes for an attack. */
    private static final int AT_ONCE = 4;

    /**
     * Downloads those files that are not there.
     *
     * @param progress hears of the bytes and of repeated attempts, and may stop it
     * @throws cohort.InputException if a file cannot be downloaded or written; the message names it and its address
     * @throws java.util.concurrent.CancellationException if the user stopped it
     */
    public void fetch(List<Download> downloads, Progress progress) {
        List<Download> missing =
                downloads.stream().filter(d -> !Files.exists(d.to())).toList();
        if (missing.isEmpty()) return;
        Batch batch = new Batch(missing.size(), progress);
        try (TaskExecutor executor = TaskExecutors.fixedThreadPool(AT_ONCE)) {
            executor.forEach(IntStream.range(0, missing.size()).boxed().toList(), n -> {
                try {
                    new Attempts(missing.get(n), n, web, batch).run();
                } catch (RuntimeException e) {
                    batch.fail(e);
                }
            });
        }
        batch.end();
    }
}
