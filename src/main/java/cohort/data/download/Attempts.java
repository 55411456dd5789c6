package cohort.data.download;

import cohort.InputException;
import cohort.files.IOReason;
import java.io.IOException;
import java.time.Duration;

/** The attempts at one file of a batch. */
final class Attempts {
    private final Download download;
    private final int number;
    private final Web web;
    private final Batch batch;

    /** @param number the download's place in the batch */
    Attempts(Download download, int number, Web web, Batch batch) {
        this.download = download;
        this.number = number;
        this.web = web;
        this.batch = batch;
    }

    /**
     * Downloads the file.
     *
     * @throws InputException if it cannot be downloaded or written
     * @throws java.util.concurrent.CancellationException if it is called off
     */
    void run() {
        batch.checkCalledOff();
        try (PartFile part = PartFile.open(download.to())) {
            if (!part.isNeedless()) complete(part);
        } catch (DownloadFailure e) {
            throw new InputException(
                    download.from() + " cannot be downloaded to " + download.to() + ": " + e.getMessage()
                            + "; try again later, what is complete is kept.",
                    e);
        } catch (IOException e) {
            throw new InputException(
                    download.to() + " cannot be written: " + IOReason.of(e)
                            + "; give a folder that can be written and has room.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(download.to() + " was not downloaded to its end; try again.", e);
        }
    }

    private void complete(PartFile part) throws IOException, InterruptedException {
        long end = System.nanoTime() + web.time().toNanos();
        for (int failures = 1; ; failures++) {
            try {
                receive(part, end);
                check(part);
                part.complete();
                return;
            } catch (DownloadFailure e) {
                if (!BackOff.isWorthwhile(failures, e) || System.nanoTime() > end) throw e;
                Duration wait = BackOff.after(failures, e);
                batch.say(
                        download.from() + ": " + e.getMessage() + "; it is tried again in " + wait.toSeconds() + " s.");
                web.pause().let(wait, batch::isCalledOff);
                batch.checkCalledOff();
            }
        }
    }

    private void receive(PartFile part, long end) throws IOException, InterruptedException {
        if (!download.content().hasChecksum()) part.clear();
        Transfer transfer = new Transfer(part, download.content().most(), end);
        boolean complete = transfer.run(
                web, download.from(), batch::isCalledOff, bytes -> batch.tell(number, bytes, transfer.whole()));
        if (!complete) batch.checkCalledOff();
        batch.tell(number, part.size(), part.size());
    }

    private void check(PartFile part) throws IOException {
        try {
            download.content().check(part.read(), batch::checkCalledOff);
        } catch (IOException e) {
            part.clear();
            throw DownloadFailure.passing(e.getMessage(), e);
        }
    }
}
