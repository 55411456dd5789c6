package cohort.command;

import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.command.input.Described;
import cohort.command.input.Inputs;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.Viewer;
import cohort.data.background.Background;
import cohort.image.Volume;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows a map of a results folder, or of any program, over a background. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Show Map...", weight = 68)},
        headless = true,
        description = "Shows a map, from a results folder or any other program, over a background.")
public final class ShowMapCommand extends CohortCommand {

    @Parameter(
            label = "Image",
            style = "open",
            description = "A file, or the title of an open image: a map of z, t, p, −log10 p or any other value.",
            persist = false)
    private String image = "";

    @Parameter(
            label = "Background",
            style = "open",
            description = Described.BACKGROUND,
            required = false,
            persist = false)
    private String background = Background.AUTO;

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Map")
    private Volume map;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        String line = Inputs.commandLine(this);
        GivenMap given = GivenMap.find(viewer, "image", image);
        Backdrop backdrop = isWord() ? chosen(given) : named();
        map = given.volume();
        if (show) viewer.show(ResultImage.of(given.title(), map, given.notes(), line, Optional.of(backdrop)));
    }

    private boolean isWord() {
        String word = background.strip();
        return word.isEmpty()
                || List.of(Background.AUTO, Background.MASK, Background.MEAN).contains(word);
    }

    /** What the slices of the map are drawn on, too. */
    private Backdrop chosen(GivenMap map) {
        return Background.of(viewer, background, map, Progress.NONE)
                .map(image -> new Backdrop(() -> new Backdrop.Shown("background", image)))
                .orElseGet(() -> mask(map));
    }

    private static Backdrop mask(GivenMap map) {
        return Backdrop.beside(map).orElseGet(() -> Backdrop.mask(map.nonzero()::toVolume));
    }

    private Backdrop named() {
        GivenMap under = GivenMap.find(viewer, "background", background);
        return new Backdrop(() -> new Backdrop.Shown(under.title(), under.volume()));
    }
}
