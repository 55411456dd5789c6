package cohort.imagej;

import cohort.InputException;
import cohort.command.CohortCommand;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes what it was given into a file, and shows or fails as it is told. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort Test>Echo...")
public final class EchoCommand extends CohortCommand {
    public static final Grid GRID = new Grid(4, 3, 2, -3, 0, 0, 6, 0, 3, 0, -6, 0, 0, 3, -3);

    @Parameter
    private Viewer viewer;

    @Parameter(persist = false, required = false, style = "save", description = "where to write")
    private File report;

    @Parameter(persist = false, label = "Smoothing (mm)", description = "width of the kernel")
    private double fwhm = 8;

    @Parameter(persist = false)
    private int permutations = 500;

    @Parameter(
            persist = false,
            choices = {"positive", "negative", "both"})
    private String tail = "both";

    @Parameter(persist = false)
    private boolean abs = true;

    @Parameter(persist = false)
    private String model = "1";

    @Parameter(persist = false, description = "show, throw, reject, exhaust or nothing")
    private String action = "";

    @Override
    protected void execute() {
        try (RunningTask task = viewer.progress("Echo")) {
            task.update("Echoes", 1, 1);
            switch (action) {
                case "show" -> viewer.show(image());
                case "throw" -> throw new IllegalStateException("a bug");
                case "exhaust" -> throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
                case "reject" -> throw new InputException("The option action is reject; leave it out.");
                default -> write();
            }
        }
    }

    private static ResultImage image() {
        float[] values = new float[GRID.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = v;
        return new ResultImage(
                "echo",
                Volume.of(GRID, values),
                HeaderNotes.NONE,
                "inferno",
                -2,
                5,
                "run(\"Echo...\");",
                Optional.empty());
    }

    private void write() {
        try {
            Files.write(report.toPath(), List.of("" + fwhm, "" + permutations, tail, "" + abs, model));
        } catch (IOException e) {
            throw new InputException("The file " + report + " cannot be written.", e);
        }
    }
}
