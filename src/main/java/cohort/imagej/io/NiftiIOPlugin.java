package cohort.imagej.io;

import cohort.InputException;
import cohort.image.VolumeFormat;
import cohort.image.format.VolumeFile;
import cohort.image.itk.MetaImageFormat;
import cohort.image.itk.NrrdFormat;
import cohort.image.mgh.MghFormat;
import cohort.image.nifti.NiftiFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.convert.ConvertService;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens NIfTI, Analyze, MGH, NRRD and MetaImage and saves NIfTI for SciJava. Being eager, Fiji asks it before ImageJ's own openers, so
 * that File&gt;Open and drag-and-drop keep scaling, calibration, orientation and affine. ImageJ gets an image, scripts a
 * Fiji data set where there is such a thing.
 */
@Plugin(type = IOPlugin.class, attrs = @Attr(name = "eager"))
public final class NiftiIOPlugin extends AbstractIOPlugin<Object> {
    // No ImageJ type in a signature, as in ImageJViewer.

    /** Files of these names may hold what others can show and is no map, such as other headers or several values per voxel. */
    private static final List<VolumeFormat> SHARED =
            List.of(new NiftiFormat(), new NrrdFormat(), new MetaImageFormat());

    @Parameter(required = false)
    private ConvertService conversions;

    @Override
    public Class<Object> getDataType() {
        return Object.class;
    }

    @Override
    public boolean supportsOpen(Location source) {
        return path(source).map(NiftiIOPlugin::isOurs).orElse(false);
    }

    private static boolean isOurs(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".nii") || name.endsWith(".nii.gz") || new MghFormat().claims(path)) return true;
        if (SHARED.stream().noneMatch(format -> format.claims(path))) return false;
        try {
            VolumeFile.open(path);
            return true;
        } catch (InputException e) { // left to others
            return false;
        }
    }

    @Override
    public Object open(Location source) throws IOException {
        try {
            return ImageFiles.open(
                    path(source)
                            .orElseThrow(() -> new IOException(source.getURI() + " is not a file on this computer")),
                    OpenRequest.current(OpenRequest.HOOKS),
                    images());
        } catch (InputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean supportsSave(Location destination) {
        return path(destination)
                .map(path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
                .map(name -> name.endsWith(".nii") || name.endsWith(".nii.gz"))
                .orElse(false);
    }

    @Override
    public boolean supportsSave(Object data, String destination) {
        return supportsSave(destination) && images().isImage(data);
    }

    @Override
    public boolean supportsSave(Object data, Location destination) {
        return supportsSave(destination) && images().isImage(data);
    }

    @Override
    public void save(Object data, Location destination) throws IOException {
        try {
            ImageFiles.save(images().image(data), path(destination).orElseThrow());
        } catch (InputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private ImageData images() {
        return new ImageData(Optional.ofNullable(conversions));
    }

    private static Optional<Path> path(Location location) {
        return location instanceof FileLocation file
                ? Optional.of(file.getFile().toPath())
                : Optional.empty();
    }
}
