package cohort.data.download;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How time is let pass before another attempt. */
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
