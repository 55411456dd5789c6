package cohort.command;

import cohort.analysis.GivenMap;
import cohort.command.input.Inputs;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.Viewer;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows a map of a results folder, or of any program, over a background. */
@Plugin(
        type = Command.class,
        menuPath = "Plugins>Cohort>Show Map...",
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
            description =
                    "An open image or a file on any grid, e.g. an anatomy; empty for mask.nii.gz beside the image, or else its voxels that are not 0.",
            required = false,
            persist = false)
    private String background = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        String line = Inputs.commandLine(this);
        GivenMap map = GivenMap.find(viewer, "image", image);
        Backdrop backdrop = background.isBlank() ? mask(map) : given();
        viewer.show(ResultImage.of(map.title(), map.volume(), map.notes(), line, Optional.of(backdrop)));
    }

    private static Backdrop mask(GivenMap map) {
        return Backdrop.beside(map).orElseGet(() -> Backdrop.mask(map.nonzero()::toVolume));
    }

    private Backdrop given() {
        GivenMap under = GivenMap.find(viewer, "background", background);
        return new Backdrop(() -> new Backdrop.Shown(under.title(), under.volume()));
    }
}
