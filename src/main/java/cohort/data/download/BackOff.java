package cohort.data.download;

import java.time.Duration;

/** How often a download is tried and how long to wait in between: twice as long each time. */
final class BackOff {
    private static final int ATTEMPTS = 7;
    private static final Duration FIRST = Duration.ofSeconds(1), LONGEST = Duration.ofSeconds(30);

    /** A server that asks for more patience than this is taken to be closed. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private BackOff() {}

    /** Whether a download that failed for the nth time (from 1) is tried again. */
    static boolean isWorthwhile(int failures, DownloadFailure last) {
        return !last.isLasting() && failures < ATTEMPTS && last.leastWait().compareTo(PATIENCE) <= 0;
    }

    /** The time to wait after the nth failure (from 1). */
    static Duration after(int failures, DownloadFailure last) {
        Duration grown = FIRST.multipliedBy(1L << (failures - 1));
        Duration wait = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        return wait.compareTo(last.leastWait()) < 0 ? last.leastWait() : wait;
    }
}
