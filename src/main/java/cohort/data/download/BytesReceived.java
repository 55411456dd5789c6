package cohort.data.download;

import cohort.Progress;

/**
 * Counts the bytes of several downloads. The size of one that has not begun is taken as the mean of those that have.
 */
final class BytesReceived {
    private static final String STEP = "Downloaded kB";
    private static final long KILO = 1000;

    private final Progress progress;
    private final long[] have, whole;

    BytesReceived(int downloads, Progress progress) {
        this.progress = progress;
        have = new long[downloads];
        whole = new long[downloads];
    }

    /**
     * Tells how far a download is.
     *
     * @param download its number
     * @param bytes bytes there are
     * @param of bytes there will be; 0 if that is not known
     */
    synchronized void set(int download, long bytes, long of) {
        have[download] = bytes;
        whole[download] = Math.max(bytes, of);
    }

    /** Tells the listener. */
    synchronized void tell() {
        long bytes = 0, known = 0;
        int begun = 0;
        for (int d = 0; d < have.length; d++) {
            bytes += have[d];
            known += whole[d];
            if (whole[d] > 0) begun++;
        }
        if (begun == 0) return;
        long all = known + known / begun * (have.length - begun);
        progress.update(STEP, bytes / KILO, Math.max(1, all / KILO));
    }
}
