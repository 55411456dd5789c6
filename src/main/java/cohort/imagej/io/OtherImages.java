package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.scijava.io.IOService;

/**
 * All formats but this project's own, opened by what the program has for them: SciJava's I/O plugins, which in Fiji are
 * SCIFIO, or else ImageJ's own opener. A frame is a volume; the grid is that of {@link ImageVolumes}. A file whose space is
 * lost on the way is refused.
 */
public final class OtherImages implements VolumeFormat {
    /** Of images that hold measured values. Pictures such as PNG are left out, for they lie in folders with maps. */
    private static final Set<String> SUFFIXES =
            Set.of("ics", "h5", "hdf5", "mnc", "dcm", "lsm", "czi", "nd2", "lif", "fits");

    /**
     * Formats with a space that those readers drop: the directions and the origin of DICOM, all of FITS (with the scaling
     * of its values); a data set of Fiji has no place for directions. With what converts them to NIfTI.
     */
    private static final Map<String, Spaceless> WITHOUT_SPACE = Map.of(
            "dcm", new Spaceless("DICOM", " with dcm2niix"),
            "fits", new Spaceless("FITS", ""));

    private record Spaceless(String format, String converter) {}

    private final Optional<IOService> plugins;
    private final ImageData images;

    /**
     * @param plugins SciJava's, where there are some
     * @param images makes ImageJ's images of what they give
     */
    public OtherImages(Optional<IOService> plugins, ImageData images) {
        this.plugins = plugins;
        this.images = images;
    }

    @Override
    public boolean claims(Path path) {
        return SUFFIXES.contains(suffix(path));
    }

    private static String suffix(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    @Override
    public String name() {
        return "what ImageJ or Fiji opens (.ics, .h5, .czi, ...)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        return open(path, ReadingOptions.NONE);
    }

    /** One file at a time, because readers are not made to be used by several threads. */
    @Override
    public synchronized VolumeSource open(Path path, ReadingOptions options) throws IOException {
        Spaceless lost = WITHOUT_SPACE.get(suffix(path));
        if (lost != null)
            throw new InputException(path + ": found " + lost.format
                    + ", whose voxel sizes and directions are lost on the way through ImageJ, expected a format that keeps"
                    + " them; convert it to NIfTI" + lost.converter + ".");
        ImagePlus image = byPlugin(path)
                .or(() -> byImageJ(path))
                .orElseThrow(
                        () -> new InputException(path + ": found a file that can be opened neither by an I/O plugin"
                                + " nor by ImageJ, expected an image; correct the file or convert it to NIfTI"
                                + " or TIFF."));
        image.setTitle(path.toString());
        if (CalibratedGrid.isWithoutUnit(image))
            throw new InputException(
                    path + ": found no unit of length once ImageJ or Fiji had opened it, expected the size"
                            + " of a voxel in mm; convert it to NIfTI, or set the size with Image>Properties"
                            + " and save it as TIFF.");
        return new Loaded(ImageVolumes.toVolumes(image, options), NotesProperty.get(image));
    }

    private Optional<ImagePlus> byPlugin(Path path) throws IOException {
        if (plugins.isEmpty() || plugins.get().getOpener(path.toString()) == null) return Optional.empty();
        Object data = plugins.get().open(path.toString());
        return images.isImage(data) ? Optional.of(images.image(data)) : Optional.empty();
    }

    private static Optional<ImagePlus> byImageJ(Path path) {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        IJ.redirectErrorMessages(true); // or a damaged file would end the macro with a message of its own
        try {
            return Optional.ofNullable(opener.openImage(path.toString()));
        } finally {
            IJ.redirectErrorMessages(false);
        }
    }

    /** An image that was read whole. */
    private record Loaded(List<Volume> all, HeaderNotes notes) implements VolumeSource {
        @Override
        public Grid grid() {
            return all.get(0).grid();
        }

        @Override
        public int volumes() {
            return all.size();
        }

        @Override
        public void read(int first, int end, ObjIntConsumer<? super Volume> visitor) {
            for (int t = first; t < end; t++) visitor.accept(all.get(t), t);
        }
    }
}
