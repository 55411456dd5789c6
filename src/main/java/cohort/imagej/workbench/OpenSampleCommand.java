package cohort.imagej.workbench;

import cohort.InputException;
import cohort.command.CohortCommand;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.data.sample.SampleCohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a cohort whose truth is known in a temporary folder, and opens the window with it. */
@Plugin(
        type = Command.class,
        menuPath = "File>Open Samples>Cohort (16 subjects)",
        description = "Makes sixteen sample subjects and opens the Cohort window with them.")
public final class OpenSampleCommand extends CohortCommand {
    private static final int SUBJECTS = 16;

    @Parameter
    private Viewer viewer;

    @Parameter
    private CommandService commands;

    @Override
    protected void execute() {
        try (RunningTask task = viewer.progress("Sample Cohort")) {
            Path folder = Files.createTempDirectory("cohort-sample");
            SampleCohort.write(folder, SUBJECTS, 1, 1, task);
            WorkbenchCommand.open(
                    viewer,
                    commands,
                    Map.of("maps", folder.resolve("participants.tsv").toString(), "fwhm", "8"));
        } catch (IOException e) {
            throw new InputException(
                    "The temporary folder of the system cannot be written (" + e.getMessage()
                            + "); make room, or use Sample Cohort... with a folder of your own.",
                    e);
        }
    }
}
