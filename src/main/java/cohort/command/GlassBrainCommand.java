package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.figure.Figure;
import cohort.figure.GlassBrain;
import cohort.figure.GlassOptions;
import cohort.figure.Panel;
import cohort.figure.View;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.Mask;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws maps as seen through a glass brain. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Glass Brain...")
public final class GlassBrainCommand extends MapFigureCommand {

    @Parameter(
            label = "Images",
            style = "open",
            description = "Titles of open images or files, separated by semicolons.",
            persist = false)
    private String images = "";

    @Parameter(
            label = "Titles",
            description = "One for each image, separated by semicolons; empty for the images' names.",
            required = false,
            persist = false)
    private String titles = "";

    @Parameter(label = "Absolute values", required = false, persist = false)
    private boolean abs;

    @Parameter(
            label = "Views",
            description = "x, y, z, l, r or a combination: ortho, xz, yx, yz, lr, lzr, lyr, lzry, lyrz.",
            required = false,
            persist = false)
    private String views = "ortho";

    @Parameter(
            label = "Colours (LUT)",
            description = "auto, inferno, viridis, gray or rdbu.",
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
            description = "Whether all images share one range; they do in any case if vmax is given.",
            required = false,
            persist = false)
    private boolean shared;

    @Parameter(
            label = "Mask",
            description =
                    "An image whose outline is the glass; auto for mask.nii.gz beside the first image, or the voxels that are not 0.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Override
    Figure draw(Progress progress) {
        List<String> names = split(images);
        if (names.isEmpty() || names.contains(""))
            throw new InputException("images: found " + (names.isEmpty() ? "none" : "an empty name in " + images)
                    + ", expected titles of open images or files, separated by ;.");
        List<String> captions = titles.isBlank()
                ? names.stream().map(GlassBrainCommand::baseName).toList()
                : split(titles);
        if (captions.size() != names.size())
            throw new InputException("titles: found " + captions.size() + " titles for " + names.size()
                    + " images, expected one for each, separated by ;.");
        List<Volume> volumes =
                names.stream().map(name -> volume("images", name)).toList();
        List<Panel> panels = IntStream.range(0, names.size())
                .mapToObj(p -> new Panel(captions.get(p), volumes.get(p)))
                .toList();
        return GlassBrain.draw(panels, options(outline(names.get(0), volumes.get(0))));
    }

    private GlassOptions options(Optional<Mask> outline) {
        return new GlassOptions(
                threshold(),
                vmax(),
                abs,
                View.parse(views),
                Colours.of(lut),
                columns(),
                outline,
                shared || vmax().isPresent(),
                "",
                levels());
    }

    private List<Double> levels() {
        List<String> texts =
                contours.isBlank() ? List.of() : List.of(contours.strip().split("[\\s,;]+"));
        if (!texts.stream().allMatch(Table::isNumber))
            throw new InputException(
                    "contours: found " + contours + ", expected numbers above 0, e.g. 3.1, or nothing for no lines.");
        return texts.stream().map(Double::valueOf).toList();
    }

    private Volume volume(String key, String name) {
        return viewer().find(name).orElseGet(() -> {
            Path file = Inputs.path(key, name);
            if (!Files.exists(file))
                throw new InputException(key + ": " + name + " is neither an open image nor a file; "
                        + (viewer().titles().isEmpty()
                                ? "no image is open."
                                : "open images are " + viewer().titles() + "."));
            return Volumes.read(file);
        });
    }

    private Optional<Mask> outline(String firstName, Volume first) {
        if (!mask.equals("auto")) {
            Volume image = volume("mask", mask);
            return Optional.of(Mask.of(image.grid(), image.voxels()));
        }
        return Optional.of(Inputs.path("images", firstName).resolveSibling("mask.nii.gz"))
                .filter(file -> Files.exists(Inputs.path("images", firstName)) && Files.exists(file))
                .map(Volumes::read)
                .filter(image -> image.grid().sameSpace(first.grid()))
                .map(image -> Mask.of(image.grid(), image.voxels()));
    }

    private static List<String> split(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    }

    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
