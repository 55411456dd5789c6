package cohort.command.viewer;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress as lines of text: while a step runs, at most one line per second with the units done and the time left; one
 * line at its end with the time it took.
 */
public final class PrintedTask implements RunningTask {
    private final String task;
    private final Consumer<String> printer;
    private final StepClock clock;

    /**
     * @param task the task's name, which begins each line
     * @param printer takes the lines
     * @param clock time in nanoseconds since any fixed moment
     */
    public PrintedTask(String task, Consumer<String> printer, LongSupplier clock) {
        this.task = task;
        this.printer = printer;
        this.clock = new StepClock(clock, 1);
    }

    @Override
    public void update(String step, long done, long total) {
        clock.update(step, done, total).ifPresent(this::say);
    }

    @Override
    public void say(String sentence) {
        printer.accept(task + ": " + sentence);
    }

    @Override
    public void close() {}
}
