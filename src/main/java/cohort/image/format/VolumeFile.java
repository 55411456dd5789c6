package cohort.image.format;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.FilesRead.Stamp;
import cohort.files.IOReason;
import cohort.files.Sha256;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.stored.OtherKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/**
 * An image file with one or more volumes, opened: its header was read and checked, its voxels are read on demand. Holds
 * no open file and may be used by several threads at once.
 */
public final class VolumeFile {
    private final Path path;
    private final VolumeSource source;
    private final FilesRead files;
    private final List<Stamp> stamps;

    private VolumeFile(Path path, VolumeSource source, FilesRead files, List<Stamp> stamps) {
        this.path = path;
        this.source = source;
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * Opens an image file and checks its header.
     *
     * @param path a file of one of the {@link VolumeFormat}s
     * @throws InputException if it does not exist, is of no known format, cannot be read or its header is wrong
     */
    public static VolumeFile open(Path path) {
        return open(path, ReadingOptions.NONE);
    }

    /** Opens an image file as {@link #open(Path)} does, with options. */
    public static VolumeFile open(Path path, ReadingOptions options) {
        return open(path, options, FilesRead.ignored());
    }

    /**
     * Opens an image file as {@link #open(Path)} does.
     *
     * @param files takes the digests of its files when volumes are read
     */
    public static VolumeFile open(Path path, FilesRead files) {
        return open(path, ReadingOptions.NONE, files);
    }

    /** Opens an image file as {@link #open(Path, FilesRead)} does, with options. */
    public static VolumeFile open(Path path, ReadingOptions options, FilesRead files) {
        requireImage(path);
        if (!Files.exists(path))
            throw new InputException(path + ": found no such file, expected an image; check the name and the folder.");
        if (!Files.isRegularFile(path))
            throw new InputException(path + ": found a folder or a device, expected an image; give its file.");
        for (VolumeFormat format : VolumeFormats.all())
            if (format.claims(path)) return open(path, options, format, files);
        throw new InputException(path + ": found a name that does not end like a known image format, expected "
                + VolumeFormats.all().stream().map(VolumeFormat::name).collect(Collectors.joining(", "))
                + "; convert the file or correct its name.");
    }

    /** That the file is not known to be something else. */
    private static void requireImage(Path path) {
        try {
            MissingContent.refuse(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        OtherKinds.byName(path).filter(words -> Files.isRegularFile(path)).ifPresent(words -> {
            throw new InputException(path + ": found " + words + ".");
        });
    }

    private static VolumeFile open(Path path, ReadingOptions options, VolumeFormat format, FilesRead files) {
        try {
            if (!files.isKept()) return new VolumeFile(path, format.open(path, options), files, List.of());
            List<Stamp> stamps = List.of(Stamp.of(path));
            VolumeSource source = format.open(path, options);
            List<Path> all = source.files(path);
            if (!all.equals(List.of(path))) { // once more, to have the others' headers read after they were looked at
                stamps = new ArrayList<>();
                for (Path file : all) stamps.add(Stamp.of(file));
                source = format.open(path, options);
            }
            return new VolumeFile(path, source, files, stamps);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InputException unreadable(Path path, IOException e) {
        return new InputException(path + " cannot be read: " + IOReason.of(e) + "; give a complete file.", e);
    }

    /** The file as it was given. */
    public Path path() {
        return path;
    }

    /** The grid of each of its volumes. */
    public Grid grid() {
        return source.grid();
    }

    /** Number of volumes, at least 1. */
    public int volumes() {
        return source.volumes();
    }

    /** Bytes of a voxel in memory, 4 or 8. */
    public int voxelBytes() {
        return source.voxelBytes();
    }

    /** What the file says of itself, without line breaks; may be empty. */
    public String description() {
        return notes().description();
    }

    /** What else the header says; texts have no line breaks. */
    public HeaderNotes notes() {
        return source.notes();
    }

    /** What had to be supposed because the file does not say it, a sentence each that fits other files of its kind too. */
    public List<String> remarks() {
        return source.remarks();
    }

    /**
     * Reads one volume. Of a plain file only its bytes are read; a compressed file is inflated up to its end, so take
     * {@link #forEach} for several of them.
     *
     * @param t its number, from 0
     * @throws IndexOutOfBoundsException if there is no such volume
     * @throws InputException if the file cannot be read or is damaged
     */
    public Volume read(int t) {
        List<Volume> one = new ArrayList<>(1);
        read(Objects.checkIndex(t, volumes()), t + 1, (volume, number) -> one.add(volume));
        return one.get(0);
    }

    /**
     * Reads the volume of a file that holds one.
     *
     * @throws InputException if it holds several, cannot be read or is damaged
     */
    public Volume readSingle() {
        if (volumes() > 1)
            throw new InputException(path + ": found " + volumes()
                    + " volumes, expected one; split the file, or give it alone as the maps of all subjects.");
        return read(0);
    }

    /**
     * Reads all volumes.
     *
     * @throws InputException if the file cannot be read or is damaged
     */
    public List<Volume> readAll() {
        List<Volume> all = new ArrayList<>();
        forEach((volume, t) -> all.add(volume));
        return List.copyOf(all);
    }

    /**
     * Reads the volumes one after the other, in one pass over the file, and keeps none.
     *
     * @param visitor gets each volume and its number, in order; damage further on in the file is found only afterwards
     * @throws InputException if the file cannot be read or is damaged
     */
    public void forEach(ObjIntConsumer<? super Volume> visitor) {
        read(0, volumes(), visitor);
    }

    private void read(int first, int end, ObjIntConsumer<? super Volume> visitor) {
        try {
            Map<Path, String> digests = new LinkedHashMap<>();
            for (Stamp stamp : stamps) digests.put(stamp.file(), Sha256.of(stamp.file()));
            source.read(first, end, visitor);
            for (Stamp stamp : stamps) stamp.requireSame();
            digests.forEach((file, digest) -> files.add(path, file, digest));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** E.g. {@code sub-01.nii.gz: 1 volume of 53 x 63 x 46 voxels, affine [...]}. */
    @Override
    public String toString() {
        return path + ": " + volumes() + (volumes() == 1 ? " volume of " : " volumes of ") + grid();
    }
}
