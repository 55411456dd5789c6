package cohort.imagej;

import cohort.command.RunningTask;
import ij.IJ;

/** Progress in ImageJ's status bar; the Esc key cancels. */
final class StatusBarTask implements RunningTask {
    private final String task;

    StatusBarTask(String task) {
        this.task = task;
        IJ.resetEscape();
    }

    @Override
    public void update(String step, long done, long total) {
        IJ.showStatus(task + ": " + step + " " + done + "/" + total);
        IJ.showProgress((double) done / total);
    }

    @Override
    public void say(String sentence) {
        IJ.log(task + ": " + sentence);
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
