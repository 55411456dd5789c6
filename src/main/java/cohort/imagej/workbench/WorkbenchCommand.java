package cohort.imagej.workbench;

import cohort.command.CohortCommand;
import cohort.command.viewer.Viewer;
import cohort.imagej.message.Html;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import javax.swing.JFrame;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the window that leads from maps to a report. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Cohort...", weight = 1)},
        description = "Opens the window that leads from maps to results.")
public final class WorkbenchCommand extends CohortCommand {

    @Parameter
    private Viewer viewer;

    @Parameter
    private CommandService commands;

    @Override
    protected void execute() {
        open(viewer, commands, Map.of());
    }

    /**
     * Prepares what needs no window, and then opens it.
     *
     * @param keys of the study that are filled in
     */
    static void open(Viewer viewer, CommandService commands, Map<String, String> keys) {
        if (GraphicsEnvironment.isHeadless()) return;
        WorkbenchModel model = new WorkbenchModel(viewer);
        model.change(keys);
        Html.prepare();
        Workbench.inputs(commands).prepare();
        EventQueue.invokeLater(() -> show(new Workbench(model, viewer, commands), model));
    }

    private static void show(Workbench workbench, WorkbenchModel model) {
        JFrame window = new JFrame("Cohort");
        window.add(workbench);
        window.pack();
        window.setLocationRelativeTo(null);
        window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                model.close();
            }
        });
        window.setVisible(true);
    }
}
