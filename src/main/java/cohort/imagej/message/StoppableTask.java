package cohort.imagej.message;

import cohort.command.viewer.RunningTask;
import cohort.command.viewer.StepClock;
import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/** Progress in a small window with a button that stops the task, as well as where it is shown anyway. Short tasks have no window. */
public final class StoppableTask implements RunningTask {
    private static final int PATIENCE = 1000, WIDTH = 420, GAP = 8, STEPS = 1000;
    private static final double PAUSE = 0.2;

    private final RunningTask shown;
    private final String task;
    private final Window owner;
    private final StepClock clock = new StepClock(System::nanoTime, PAUSE);
    private final Timer timer = new Timer(PATIENCE, event -> open());
    private final JLabel line = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JButton stop = new JButton("Stop");
    /** Only for the thread of events. */
    private Optional<JDialog> dialog = Optional.empty();

    private volatile boolean stopped;

    /**
     * @param shown where the user sees it, too
     * @param task what is done, as the user reads it
     * @param owner the window in front of which it stands; null for none
     */
    public StoppableTask(RunningTask shown, String task, Window owner) {
        this.shown = shown;
        this.task = task;
        this.owner = owner;
        stop.setName("Stop");
        stop.addActionListener(event -> {
            stopped = true;
            stop.setEnabled(false);
            line.setText("Stopping");
        });
        timer.setRepeats(false);
        timer.start();
    }

    /**
     * @param shown where the user sees it, too
     * @param task what is done, as the user reads it
     */
    public static StoppableTask overImageJ(RunningTask shown, String task) {
        return new StoppableTask(shown, task, IJ.getInstance());
    }

    private void open() {
        JPanel content = new JPanel(new BorderLayout(GAP, GAP));
        content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        content.add(line, BorderLayout.NORTH);
        content.add(bar, BorderLayout.CENTER);
        content.add(stop, BorderLayout.EAST);
        JDialog window = new JDialog(owner, task);
        window.setContentPane(content);
        window.setAutoRequestFocus(false);
        window.pack();
        window.setSize(new Dimension(Math.max(WIDTH, window.getWidth()), window.getHeight()));
        window.setLocationRelativeTo(null);
        dialog = Optional.of(window);
        window.setVisible(true);
    }

    @Override
    public void update(String step, long done, long total) {
        shown.update(step, done, total);
        clock.update(step, done, total)
                .ifPresent(text -> EventQueue.invokeLater(() -> {
                    bar.setValue((int) (STEPS * done / total));
                    if (!stopped) line.setText(text);
                }));
    }

    @Override
    public void say(String sentence) {
        shown.say(sentence);
    }

    @Override
    public boolean isCanceled() {
        return stopped || shown.isCanceled();
    }

    @Override
    public void close() {
        timer.stop();
        EventQueue.invokeLater(() -> {
            timer.stop();
            dialog.ifPresent(Window::dispose);
        });
        shown.close();
    }
}
