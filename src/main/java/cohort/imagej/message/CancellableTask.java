package cohort.imagej.message;

import cohort.command.viewer.RunningTask;
import org.scijava.task.Task;

/** Progress that is shown and told to SciJava as well, where the user finds it among all tasks and may cancel it. */
public final class CancellableTask implements RunningTask {
    private final RunningTask shown;
    private final Task task;

    /**
     * @param shown where the user sees it
     * @param task the same for SciJava; is started
     */
    public CancellableTask(RunningTask shown, Task task) {
        this.shown = shown;
        this.task = task;
        task.start();
    }

    @Override
    public void update(String step, long done, long total) {
        shown.update(step, done, total);
        task.setStatusMessage(step);
        task.setProgressMaximum(total);
        task.setProgressValue(done);
    }

    @Override
    public void say(String sentence) {
        shown.say(sentence);
    }

    @Override
    public boolean isCanceled() {
        return shown.isCanceled() || task.isCanceled();
    }

    @Override
    public void close() {
        task.finish();
        shown.close();
    }
}
