package cohort.imagej;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.scijava.io.IOService;

/**
 * All formats but this project's own, opened by what the program has for them: SciJava's I/O plugins, which in Fiji are
 * SCIFIO, or else ImageJ's own opener. TIFF files that ImageJ wrote are left to ImageJ, which keeps the affine in them. A
 * frame is a volume; the grid is that of {@link ImageVolumes}.
 */
final class OtherImages implements VolumeFormat {
    /** Of images that hold measured values. Pictures such as PNG are left out, for they lie in folders with maps. */
    private static final Set<String> SUFFIXES = Set.of(
            "tif", "tiff", "nrrd", "nhdr", "mha", "mhd", "ics", "h5", "hdf5", "mnc", "dcm", "lsm", "czi", "nd2", "lif",
            "fits");

    private final Optional<IOService> plugins;
    private final ImageData images;

    /**
     * @param plugins SciJava's, where there are some
     * @param images makes ImageJ's images of what they give
     */
    OtherImages(Optional<IOService> plugins, ImageData images) {
        this.plugins = plugins;
        this.images = images;
    }

    @Override
    public boolean claims(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1)) && name.contains(".");
    }

    @Override
    public String name() {
        return "what ImageJ or Fiji opens (.tif, .nrrd, .mha, .ics, .h5, ...)";
    }

    /** One file at a time, because readers are not made to be used by several threads. */
    @Override
    public synchronized VolumeSource open(Path path) throws IOException {
        ImagePlus image = (isOfImageJ(path) ? Optional.<ImagePlus>empty() : byPlugin(path))
                .or(() -> byImageJ(path))
                .orElseThrow(
                        () -> new InputException(path + ": found a file that can be opened neither by an I/O plugin"
                                + " nor by ImageJ, expected an image; mend the file or convert it to NIfTI or TIFF."));
        image.setTitle(path.toString());
        return new Loaded(ImageVolumes.toVolumes(image), NotesProperty.get(image));
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

    private static boolean isOfImageJ(Path path) {
        String name = path.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) return false;
        try {
            FileInfo[] infos = new TiffDecoder(path.toAbsolutePath().getParent() + "/", name).getTiffInfo();
            return infos != null && infos[0].description != null && infos[0].description.startsWith("ImageJ=");
        } catch (IOException | RuntimeException e) { // left to those that may know better
            return false;
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
