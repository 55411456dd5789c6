package cohort.imagej.io;

import cohort.InputException;
import cohort.command.CohortCommand;
import java.io.File;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens NIfTI, Analyze, MGH, NRRD and MetaImage files, in ImageJ without Fiji too. */
@Plugin(
        type = Command.class,
        menuPath = "File>Import>NIfTI...",
        headless = true,
        description = "Opens a NIfTI, MGH, NRRD or MetaImage file.")
public final class ImportNiftiCommand extends CohortCommand {

    @Parameter(
            label = "File",
            description = "A .nii, .nii.gz, .hdr, .img, .mgh, .mgz, .nrrd, .nhdr, .mha or .mhd file.",
            style = "open",
            required = false,
            persist = false)
    private File path;

    @Override
    protected void execute() {
        if (path == null) throw new InputException("path: found nothing, expected a .nii, .nii.gz, .hdr or .mgz file.");
        ImageJImages.show(ImageFiles.open(path.toPath()));
    }
}
