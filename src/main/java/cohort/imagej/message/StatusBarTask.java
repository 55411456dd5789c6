package cohort.imagej.message;

import cohort.command.viewer.RunningTask;
import cohort.command.viewer.StepClock;
import ij.IJ;
import java.util.function.Consumer;

/** Progress in ImageJ's status bar; the Esc key cancels. */
public final class StatusBarTask implements RunningTask {
    private static final double PAUSE = 0.2;

    private final String task;
    private final Consumer<String> log;
    private final StepClock clock = new StepClock(System::nanoTime, PAUSE);

    /**
     * @param task what is done, as the user reads it
     * @param log takes what the user should know
     */
    public StatusBarTask(String task, Consumer<String> log) {
        this.task = task;
        this.log = log;
        IJ.resetEscape();
    }

    @Override
    public void update(String step, long done, long total) {
        clock.update(step, done, total).ifPresent(line -> {
            IJ.showStatus(task + ": " + line);
            IJ.showProgress((double) done / total);
        });
    }

    @Override
    public void say(String sentence) {
        log.accept(task + ": " + sentence);
    }

    @Override
    public boolean isCanceled() {
        return IJ.escapePressed();
    }

    @Override
    public void close() {
        IJ.showStatus("");
        IJ.showProgress(1.0);
    }
}
