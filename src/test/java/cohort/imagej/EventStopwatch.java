package cohort.imagej;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The queue of events that remembers how long the longest took: of the processor's time, which does not depend on what else the
 * computer does.
 */
public final class EventStopwatch extends EventQueue {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private long longest;

    @Override
    protected void dispatchEvent(AWTEvent event) {
        long start = CLOCK.getCurrentThreadCpuTime();
        super.dispatchEvent(event);
        longest = Math.max(longest, CLOCK.getCurrentThreadCpuTime() - start);
    }

    /** Nanoseconds of the longest event since the last call. */
    public long lap() {
        long lap = longest;
        longest = 0;
        return lap;
    }
}
