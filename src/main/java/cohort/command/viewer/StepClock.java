package cohort.command.viewer;

import cohort.text.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Times the steps of a task from the reports of its progress, which may come from several threads and out of order. */
public final class StepClock {
    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final double pause;

    private String step = "";
    private long done, start, heard, told;

    /**
     * @param clock time in nanoseconds since any fixed moment
     * @param pause seconds between two lines of one step, at least
     */
    public StepClock(LongSupplier clock, double pause) {
        this.clock = clock;
        this.pause = pause;
        this.heard = clock.getAsLong();
    }

    /**
     * Takes a report.
     *
     * @return what to tell of it: {@code Shuffles 200 of 1,000, 4.0 s left}, at the end of a step the time it took; nothing
     *     if the last line was told just before or the report is behind an earlier one
     */
    public synchronized Optional<String> update(String name, long done, long total) {
        long now = clock.getAsLong();
        if (!name.equals(step)) begin(name, done == 0 ? now : heard);
        else if (done <= this.done) return Optional.empty();
        this.done = done;
        heard = now;
        String count = name + " " + Words.count(done) + " of " + Words.count(total) + ", ";
        if (done >= total) return Optional.of(count + seconds(now - start));
        if (done == 0 || now - told < pause * NANOS) return Optional.empty();
        told = now;
        return Optional.of(count + seconds((now - start) * ((double) (total - done) / done)) + " left");
    }

    /** A step that is heard of only when its first unit is done began when the step before was last heard of. */
    private void begin(String name, long at) {
        step = name;
        done = 0;
        start = told = at;
    }

    private static String seconds(double nanos) {
        double s = nanos / NANOS;
        return s < 60
                ? String.format(Locale.ROOT, "%.1f s", s)
                : String.format(Locale.ROOT, "%d min %02d s", (long) s / 60, (long) s % 60);
    }
}
