package cohort.command;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress as lines of text: while a step runs, at most one line a second with the units done and the time left; one
 * line at its end with the time it took.
 */
public final class PrintedTask implements RunningTask {
    private static final double NANOS = 1e9;

    private final String task;
    private final Consumer<String> printer;
    private final LongSupplier clock;

    private String step = "";
    private long done, start, heard, printed;

    /**
     * @param task the task's name, which begins each line
     * @param printer takes the lines
     * @param clock time in nanoseconds since any fixed moment
     */
    public PrintedTask(String task, Consumer<String> printer, LongSupplier clock) {
        this.task = task;
        this.printer = printer;
        this.clock = clock;
        this.heard = clock.getAsLong();
    }

    @Override
    public synchronized void update(String step, long done, long total) {
        long now = clock.getAsLong();
        if (!step.equals(this.step)) begin(step, done == 0 ? now : heard);
        else if (done <= this.done) return; // threads may report out of order
        this.done = done;
        heard = now;
        if (done >= total) printer.accept(line(total) + ", " + seconds(now - start));
        else if (now - printed >= NANOS && done > 0) {
            double left = (now - start) * ((double) (total - done) / done);
            printer.accept(line(total) + ", " + seconds(left) + " left");
            printed = now;
        }
    }

    /** A step that is heard of only when its first unit is done began when the step before was last heard of. */
    private void begin(String name, long at) {
        step = name;
        done = 0;
        start = printed = at;
    }

    private String line(long total) {
        return task + ": " + step + " " + done + " of " + total;
    }

    private static String seconds(double nanos) {
        double s = nanos / NANOS;
        return s < 60
                ? String.format(Locale.ROOT, "%.1f s", s)
                : String.format(Locale.ROOT, "%d min %02d s", (long) s / 60, (long) s % 60);
    }

    @Override
    public void say(String sentence) {
        printer.accept(task + ": " + sentence);
    }

    @Override
    public void close() {}
}
