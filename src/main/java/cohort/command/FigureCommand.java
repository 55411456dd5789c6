package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.figure.ColourMap;
import cohort.figure.Figure;
import cohort.figure.Figures;
import cohort.figure.GlassOptions;
import cohort.figure.View;
import cohort.mask.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.scijava.plugin.Parameter;

/** What the figures share: range, views, and where the picture goes. */
abstract class FigureCommand extends CohortCommand {
    /** Pixels per point on a screen. */
    private static final double SCREEN = 2;

    @Parameter(
            label = "Threshold",
            description = "Values up to it, on either side of 0, are hidden.",
            required = false,
            persist = false)
    private double threshold;

    @Parameter(
            label = "Largest value shown (vmax)",
            description = "The value of the last colour; 0 to take it from the data.",
            required = false,
            persist = false)
    private double vmax;

    @Parameter(label = "Columns", description = "Panels in a row; 0 to choose.", required = false, persist = false)
    private int columns;

    @Parameter(
            label = "Output file",
            description = "A .png file; empty to show the figure only.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected final void execute() {
        Optional<Path> file = output.isBlank() ? Optional.empty() : Optional.of(png());
        try (RunningTask task = viewer.progress(Inputs.menuItem(this).replace("...", ""))) {
            Figure figure = draw(task);
            file.ifPresent(path -> Figures.writePng(figure, path));
            if (file.isEmpty() || viewer.inMacro())
                viewer.show(title(file), figure.toImage(SCREEN), Inputs.commandLine(this));
        }
    }

    private Path png() {
        if (!output.toLowerCase(Locale.ROOT).endsWith(".png"))
            throw new InputException("output: found " + output + ", expected the name of a .png file.");
        return Inputs.path("output", output);
    }

    private String title(Optional<Path> file) {
        return file.map(path -> path.getFileName().toString())
                .orElse(Inputs.menuItem(this).replace("...", ""));
    }

    /** The command's own part. */
    abstract Figure draw(Progress progress);

    final Viewer viewer() {
        return viewer;
    }

    final GlassOptions options(
            boolean abs, String views, Optional<ColourMap> lut, Optional<Mask> mask, boolean shared) {
        if (!(vmax >= 0))
            throw new InputException(
                    "vmax: found " + vmax + ", expected a number above 0, or 0 to take it from the data.");
        return new GlassOptions(
                threshold,
                vmax == 0 ? OptionalDouble.empty() : OptionalDouble.of(vmax),
                abs,
                View.parse(views),
                lut,
                columns,
                mask,
                shared || vmax != 0,
                "",
                List.of());
    }
}
