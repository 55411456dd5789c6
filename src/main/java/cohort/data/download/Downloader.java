package cohort.data.download;

import cohort.InputException;
import cohort.Progress;
import cohort.files.IOReason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/**
 * Downloads files by HTTP, several at a time. Each takes its name when it is complete and what it must be; what is
 * complete stays, whatever becomes of the others. What fails for a reason that may pass is tried again, after a pause
 * that is twice as long each time.
 *
 * @param client makes the connections
 * @param silence how long a server may say nothing, and over what time it must send more than a drip
 * @param time how long a file may take in all
 * @param pause lets time pass between attempts
 */
public record Downloader(HttpClient client, Duration silence, Duration time, Pause pause) {
    /** Enough to fill a line, and fewer than a server takes for an attack. */
    private static final int AT_ONCE = 4;

    private static final int ATTEMPTS = 7;

    /** In seconds, between two attempts, unless the server asks for more. */
    private static final long LONGEST_WAIT = 30;

    private static final Duration CONNECT = Duration.ofSeconds(15), SILENCE = Duration.ofSeconds(60);
    private static final Duration TIME = Duration.ofHours(1);

    /** How time is let pass. */
    @FunctionalInterface
    public interface Pause {
        /** Sleeps, and wakes early when the download is called off. */
        Pause SLEEP = (time, calledOff) -> {
            long end = System.nanoTime() + time.toNanos();
            for (long left; (left = end - System.nanoTime()) > 0 && !calledOff.getAsBoolean(); )
                Thread.sleep(Math.min(100, left / 1_000_000 + 1));
        };

        /**
         * Returns after a time or once the download is called off.
         *
         * @throws InterruptedException if the thread is interrupted
         */
        void let(Duration time, BooleanSupplier calledOff) throws InterruptedException;
    }

    /** With the time-outs and pauses for the open web and the system's proxy. */
    public static Downloader open() {
        return of(CONNECT, SILENCE, TIME, Pause.SLEEP);
    }

    /** @param connect how long a connection may take to be made */
    static Downloader of(Duration connect, Duration silence, Duration time, Pause pause) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new Downloader(client, silence, time, pause);
    }

    /**
     * Downloads those files that are not there.
     *
     * @param progress hears of the bytes and of repeated attempts, and may stop it
     * @throws InputException if a file cannot be downloaded or written; the message names it and its address
     * @throws CancellationException if the user stopped it
     */
    public void fetch(List<Download> downloads, Progress progress) {
        List<Download> missing =
                downloads.stream().filter(d -> !Files.exists(d.to())).toList();
        if (missing.isEmpty()) return;
        Batch batch = new Batch(missing.size(), progress, new ConcurrentHashMap<>(), new AtomicReference<>());
        try (TaskExecutor executor = TaskExecutors.fixedThreadPool(AT_ONCE)) {
            executor.forEach(missing, download -> {
                try {
                    fetch(download, batch);
                } catch (RuntimeException e) {
                    batch.failure.compareAndSet(null, e);
                }
            });
        }
        if (batch.failure.get() != null) throw batch.failure.get();
    }

    private void fetch(Download download, Batch batch) {
        batch.endIfCalledOff();
        try (PartFile part = PartFile.open(download.to())) {
            if (!part.isNeedless()) complete(part, download, batch);
        } catch (Transfer.Failure e) {
            throw new InputException(
                    download.from() + " cannot be downloaded to " + download.to() + ": " + e.getMessage()
                            + "; try again later; complete files are kept.",
                    e);
        } catch (IOException e) {
            throw new InputException(
                    download.to() + " cannot be written: " + IOReason.of(e)
                            + "; give a folder that can be written and has room.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(download.to() + " was not downloaded completely; try again.", e);
        }
    }

    private void complete(PartFile part, Download download, Batch batch) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (int failures = 1; ; failures++) {
            try {
                if (!download.hasChecksum()) part.clear();
                Transfer transfer = new Transfer(part, this, download.content().most(), end);
                batch.begun.put(download, transfer);
                transfer.run(download.from(), batch::tell);
                check(part, download, batch);
                part.complete();
                return;
            } catch (Transfer.Failure e) {
                if (e.isLasting() || failures == ATTEMPTS || System.nanoTime() > end) throw e;
                Duration grown = Duration.ofSeconds(Math.min(LONGEST_WAIT, 1L << (failures - 1)));
                Duration wait = Collections.max(List.of(grown, e.leastWait()));
                batch.progress.say(
                        download.from() + ": " + e.getMessage() + "; it is tried again in " + wait.toSeconds() + " s.");
                pause.let(wait, batch::isCalledOff);
                batch.endIfCalledOff();
            }
        }
    }

    private static void check(PartFile part, Download download, Batch batch) throws IOException {
        try {
            download.content().check(part.read(), batch::endIfCalledOff);
            if (download.sha256().isPresent())
                Content.requireDigest(part.read(), download.sha256().get());
        } catch (IOException e) {
            part.clear();
            throw Transfer.Failure.passing(e.getMessage(), e);
        }
    }

    /** What downloads that run at the same time share: their progress, and that the first that fails ends the others. */
    private record Batch(
            int size, Progress progress, Map<Download, Transfer> begun, AtomicReference<RuntimeException> failure) {

        boolean isCalledOff() {
            return failure.get() != null || progress.isCanceled();
        }

        void endIfCalledOff() {
            if (isCalledOff()) throw new CancellationException("Canceled; complete files are kept.");
        }

        /** Tells the bytes there are. A file whose size is not known yet is taken to be as large as the others on average. */
        synchronized void tell() {
            endIfCalledOff();
            long bytes = begun.values().stream().mapToLong(Transfer::bytes).sum();
            long[] sizes = begun.values().stream()
                    .mapToLong(Transfer::size)
                    .filter(size -> size > 0)
                    .toArray();
            long known = Arrays.stream(sizes).sum();
            if (sizes.length > 0)
                progress.update(
                        "Downloaded kB",
                        bytes / 1000,
                        Math.max(1, (known + known / sizes.length * (size - sizes.length)) / 1000));
        }
    }
}
