package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.command.input.Choices;
import cohort.command.input.Colours;
import cohort.command.input.Described;
import cohort.command.input.FormerKeys;
import cohort.figure.GlassBrain;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourScale;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.paper.Figure;
import cohort.figure.space.View;
import cohort.mask.Mask;
import cohort.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws maps as seen through a glass brain. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Glass Brain...", weight = 61)},
        headless = true,
        description = "Draws maps as seen through a glass brain.")
public final class GlassBrainCommand extends MapFigureCommand {

    @Parameter(
            label = "Image",
            style = "open",
            description = "An open image by its title, or a file; several are separated by semicolons.",
            persist = false)
    private String image = "";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "image"),
            required = false,
            persist = false)
    private String images = "";

    @Parameter(
            label = "Title",
            description = "One title per image, separated by semicolons; empty for the statistic and contrast of a"
                    + " map of results, and the name of any other image.",
            required = false,
            persist = false)
    private String title = "";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "title"),
            required = false,
            persist = false)
    private String titles = "";

    @Parameter(
            label = "Absolute values",
            description = "Draw absolute values, so that both sides look alike.",
            required = false,
            persist = false)
    private boolean abs;

    @Parameter(
            label = "Views",
            description = "x, y, z, l, r or a combination: ortho, xz, yx, yz, lr, lzr, lyr, lzry, lyrz.",
            attrs = @Attr(name = Choices.OF, value = "BRAIN_VIEWS"),
            required = false,
            persist = false)
    private String views = "ortho";

    @Parameter(
            label = "Colours (LUT)",
            description = Described.LUT,
            attrs = @Attr(name = Choices.OF, value = "COLOURS"),
            required = false,
            persist = false)
    private String lut = "auto";

    @Parameter(
            label = "Contours",
            description = "Values such as 3.1 at which lines are drawn, dashed where negative; empty for none.",
            required = false,
            persist = false)
    private String contours = "";

    @Parameter(
            label = "One colour bar for all",
            description = "Whether all images share one range of values, as they always do if vmax is given.",
            required = false,
            persist = false)
    private boolean shared;

    @Parameter(
            label = "Mask",
            style = "open",
            description =
                    "The voxels to show; auto takes mask.nii.gz beside the first image, or the voxels that are not 0.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Outline",
            description = Described.OUTLINE,
            attrs = @Attr(name = Choices.OF, value = "OUTLINES"),
            required = false,
            persist = false)
    private String outline = "auto";

    @Override
    Figure draw(Progress progress) {
        List<String> names = split(image);
        if (names.isEmpty() || names.contains(""))
            throw new InputException("image: found " + (names.isEmpty() ? "none" : "an empty name in " + image)
                    + ", expected titles of open images or files, separated by ;.");
        List<GivenMap> maps = names.stream()
                .map(name -> GivenMap.find(viewer(), "image", name))
                .toList();
        List<String> captions =
                title.isBlank() ? maps.stream().map(GivenMap::caption).toList() : split(title);
        if (captions.size() != names.size())
            throw new InputException("title: found " + captions.size() + " titles for " + names.size()
                    + " images, expected one for each, separated by ;.");
        List<Panel> panels = IntStream.range(0, maps.size())
                .mapToObj(p -> new Panel(
                        captions.get(p), maps.get(p).volume(), OptionalDouble.of(level(maps.get(p), progress))))
                .toList();
        GlassOptions options = options(threshold().number(), maps.get(0), label(maps));
        panels.forEach(panel -> options.withThreshold(panel.threshold().getAsDouble()));
        return GlassBrain.draw(panels, options);
    }

    private GlassOptions options(double threshold, GivenMap first, String label) {
        return new GlassOptions(
                new ColourScale(threshold, vmin(), vmax(), Colours.of(lut, viewer()), label),
                abs,
                View.parse(views),
                columns(),
                mask(first),
                shared || vmax().isPresent(),
                levels(),
                Outline.of(outline, first.notes().space()),
                style());
    }

    private List<Double> levels() {
        List<String> texts =
                contours.isBlank() ? List.of() : List.of(contours.strip().split("[\\s,;]+"));
        if (!texts.stream().allMatch(Table::isNumber))
            throw new InputException(
                    "contours: found " + contours + ", expected numbers above 0, e.g. 3.1, or nothing for no lines.");
        return texts.stream().map(Double::valueOf).toList();
    }

    private Optional<Mask> mask(GivenMap first) {
        return first.mask(viewer(), mask).or(first::maskBeside);
    }

    private static List<String> split(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    }
}
