package cohort.imagej.io;

import cohort.InputException;
import cohort.command.CohortCommand;
import java.io.File;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Saves an open image as NIfTI-1. The label differs from that of the import, for macros tell commands by labels. */
@Plugin(
        type = Command.class,
        menuPath = "File>Save As>NIfTI-1...",
        headless = true,
        description = "Saves an image as NIfTI-1, with its affine and header.")
public final class SaveAsNiftiCommand extends CohortCommand {

    @Parameter(
            label = "Image",
            description = "The title of an open image; empty for the one in front.",
            required = false,
            persist = false)
    private String image = "";

    @Parameter(
            label = "File",
            description = "A .nii or .nii.gz file.",
            style = "save",
            required = false,
            persist = false)
    private File path;

    @Override
    protected void execute() {
        if (path == null) throw new InputException("path: found nothing, expected the name of a .nii or .nii.gz file.");
        ImageFiles.save(
                (image.isBlank() ? ImageJImages.current() : ImageJImages.find(image))
                        .orElseThrow(() -> new InputException("image: found no open image"
                                + (image.isBlank() ? "" : " named " + image) + "; open images are "
                                + ImageJImages.titles() + ".")),
                path.toPath());
    }
}
