package cohort.data.download;

import cohort.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** What downloads that run at the same time share: their progress, and that the first that fails calls off the others. */
final class Batch {
    private final BytesReceived tally;
    private final Progress progress;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    Batch(int downloads, Progress progress) {
        this.tally = new BytesReceived(downloads, progress);
        this.progress = progress;
    }

    void fail(RuntimeException e) {
        failure.compareAndSet(null, e);
    }

    boolean isCalledOff() {
        return failure.get() != null || progress.isCanceled();
    }

    /** Ends the calling download if it is called off. */
    void checkCalledOff() {
        if (isCalledOff()) throw new CancellationException("Canceled; what was complete is kept.");
    }

    void say(String sentence) {
        progress.say(sentence);
    }

    /** Tells how far a download is; the size of the whole is 0 if it is not known. */
    void tell(int download, long bytes, long of) {
        tally.set(download, bytes, of);
        tally.tell();
    }

    /** Ends the batch, by the failure if there was one. */
    void end() {
        Optional.ofNullable(failure.get()).ifPresent(e -> {
            throw e;
        });
    }
}
