package cohort.command;

import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.command.input.Choices;
import cohort.command.input.Colours;
import cohort.command.input.Described;
import cohort.data.background.Background;
import cohort.figure.Figures;
import cohort.figure.colour.ColourScale;
import cohort.figure.paper.Figure;
import cohort.figure.slice.Cuts;
import cohort.figure.slice.SliceOptions;
import cohort.figure.space.View;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws slices of a map over a background. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Slices...", weight = 63)},
        headless = true,
        description = "Draws slices of a map over a background.")
public final class SlicesCommand extends MapFigureCommand {

    @Parameter(label = "Image", style = "open", description = "Title of an open image, or a file.", persist = false)
    private String image = "";

    @Parameter(
            label = "Background",
            style = "open",
            description = Described.BACKGROUND + " A table, folder or pattern of maps stands for their mean.",
            required = false,
            persist = false)
    private String background = Background.AUTO;

    @Parameter(
            label = "Views",
            description = "ortho for three planes, or letters of x, y and z.",
            attrs = @Attr(name = Choices.OF, value = "VIEWS"),
            required = false,
            persist = false)
    private String views = "ortho";

    @Parameter(
            label = "Cuts",
            description =
                    "peak; a number of slices such as 7 through the strongest values, or 7 even at even distances; or"
                            + " positions in mm: the x, y, z of a point for several views, as many as wanted for one,"
                            + " e.g. -20, 0, 20 or 12mm.",
            required = false,
            persist = false)
    private String cuts = "peak";

    @Parameter(
            label = "Colours (LUT)",
            description = Described.LUT,
            attrs = @Attr(name = Choices.OF, value = "COLOURS"),
            required = false,
            persist = false)
    private String lut = "auto";

    @Parameter(label = "Voxels as they are", description = Described.VOXELS, required = false, persist = false)
    private boolean voxels;

    @Override
    Figure draw(Progress progress) {
        GivenMap map = GivenMap.find(viewer(), "image", image);
        return Figures.slices(
                map.volume(),
                new SliceOptions(
                        Background.of(viewer(), background, map, progress),
                        new ColourScale(
                                level(map, progress), vmin(), vmax(), Colours.of(lut, viewer()), label(List.of(map))),
                        View.parse(views),
                        Cuts.parse(cuts),
                        columns(),
                        voxels,
                        style()));
    }
}
