package cohort.command;

import cohort.Progress;
import cohort.command.input.Described;
import cohort.command.input.Inputs;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.figure.paper.PageWidth;
import cohort.figure.paper.Style;
import cohort.files.AtomicFile;
import cohort.files.GivenPath;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What the figures share: where the picture goes. */
abstract class FigureCommand extends CohortCommand {
    /** Pixels per point on a screen. */
    private static final double SCREEN = 2;

    @Parameter(
            label = "Output file",
            style = "save",
            description = "A .png, .svg or .pdf file; empty to only show the figure.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(
            label = "Width (mm)",
            description = "Width in print, e.g. 85 for a journal's column: views and slices wrap into rows, and no"
                    + " text is smaller than 6 points; 0 for the figure's own width.",
            required = false,
            persist = false)
    private double width;

    @Parameter(
            label = "Resolution (dpi)",
            description = "Dots per inch of a .png file, e.g. 300 or 600 for print.",
            required = false,
            persist = false)
    private double dpi = Figures.DPI;

    @Parameter(
            label = "Heading",
            description = "Heading above the whole figure; empty for none.",
            required = false,
            persist = false)
    private String heading = "";

    @Parameter(type = ItemIO.OUTPUT, label = "Figure")
    private BufferedImage figure;

    @Parameter
    private Viewer viewer;

    @Override
    protected final void execute() {
        Optional<Path> file = output.isBlank() ? Optional.empty() : Optional.of(file());
        Figures.requireResolution(dpi);
        String line = Inputs.commandLine(this);
        file.ifPresent(AtomicFile::requirePlace);
        try (RunningTask task = viewer.progress(Inputs.menuItem(this).replace("...", ""), show)) {
            Figure drawn = draw(task);
            file.ifPresent(path -> Figures.write(drawn, path, dpi));
            figure = drawn.toImage(SCREEN);
            if (show) viewer.show(title(file), figure, line);
        }
    }

    private Path file() {
        Path file = GivenPath.of("output", output);
        Figures.requireFormat(file.toString());
        return file;
    }

    private String title(Optional<Path> file) {
        return file.map(path -> path.getFileName().toString())
                .orElse(Inputs.menuItem(this).replace("...", ""));
    }

    /** The command's own part. */
    abstract Figure draw(Progress progress);

    /** @throws cohort.InputException if the width is negative or more than a poster's */
    Style style() {
        return Style.DEFAULT.withWidth(PageWidth.of(width)).withHeading(heading);
    }

    final Viewer viewer() {
        return viewer;
    }
}
