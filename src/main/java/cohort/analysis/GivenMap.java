package cohort.analysis;

import cohort.InputException;
import cohort.analysis.record.MapOrigin;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.folder.RunFolder;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.threshold.statistic.MapWords;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A map that a user names: an open image by its title, or else a file.
 *
 * @param name what the user wrote
 * @param file nothing for an open image
 * @param volume the map
 * @param notes what its header says
 */
public record GivenMap(String name, Optional<Path> file, Volume volume, HeaderNotes notes) {

    /** @throws InputException if it is neither an open image nor a file that can be read */
    public static GivenMap find(OpenImages images, String key, String name) {
        return find(images, key, name, FilesRead.ignored());
    }

    /** @param files takes the digest of the file, if it is one */
    public static GivenMap find(OpenImages images, String key, String name, FilesRead files) {
        if (name.isBlank())
            throw new InputException(key + ": found nothing, expected the title of an open image or a file.");
        Optional<Volume> open = images.find(name);
        if (open.isPresent()) return new GivenMap(name, Optional.empty(), open.get(), images.notes(name));
        Path file = GivenPath.of(key, name);
        if (!Files.exists(file))
            throw new InputException(key + ": " + name + " is neither an open image nor a file; "
                    + (images.titles().isEmpty() ? "no image is open." : "open images are " + images.titles() + "."));
        RunFolder.requireAsWritten(file);
        VolumeFile opened = VolumeFile.open(file, files);
        return new GivenMap(name, Optional.of(file), opened.readSingle(), opened.notes());
    }

    /** The title, or the file's name without its suffix. */
    public String title() {
        return file.map(path -> path.getFileName().toString().replaceFirst("\\.nii(\\.gz)?$", ""))
                .orElse(name);
    }

    /** What a figure calls it: of a map of results its statistic and contrast in words, of any other its title. */
    public String caption() {
        return MapOrigin.contrast(file, title())
                .map(contrast -> MapWords.title(Statistics.name(title()), contrast))
                .orElseGet(this::title);
    }

    /**
     * A mask on this map's grid.
     *
     * @throws InputException if it is on a different grid or has no voxel
     */
    private Mask mask(GivenMap image) {
        if (!image.volume.grid().sameSpace(volume.grid()))
            throw new InputException("mask: " + image.name + " is on a different grid from " + name + ", found "
                    + image.volume.grid() + ", expected " + volume.grid() + "; resample it first.");
        Mask mask = Mask.of(volume.grid(), image.volume.voxels());
        if (mask.size() == 0)
            throw new InputException("mask: " + image.name + " is 0 everywhere, expected a voxel above; give another.");
        return mask;
    }

    /**
     * The mask that a user names for this map.
     *
     * @param name the title of an open image or a file; nothing for {@code auto}
     * @throws InputException if it is neither, is on a different grid or has no voxel
     */
    public Optional<Mask> mask(OpenImages images, String name) {
        return name.equals("auto") ? Optional.empty() : Optional.of(mask(find(images, "mask", name)));
    }

    /** The mask beside this map, or else the voxels that are neither 0 nor NaN. */
    public Mask tested() {
        return maskBeside().orElseGet(this::nonzero);
    }

    /** The file {@code mask.nii.gz} beside this map, if there is one on its grid. */
    public Optional<Mask> maskBeside() {
        return file.flatMap(RunFolder::maskBeside)
                .map(Volumes::read)
                .filter(image -> image.grid().sameSpace(volume.grid()))
                .map(image -> Mask.of(volume.grid(), image.voxels()))
                .filter(mask -> mask.size() > 0);
    }

    /**
     * The mask of the voxels that are neither 0 nor NaN.
     *
     * @throws InputException if there is none
     */
    public Mask nonzero() {
        Mask mask = Mask.of(volume.grid(), volume.voxels());
        if (mask.size() == 0)
            throw new InputException("image: " + name
                    + " is 0 or not a number everywhere, expected the map of a statistic; give another image.");
        return mask;
    }

    /** All voxels. */
    public Mask everywhere() {
        return Mask.everywhere(volume.grid());
    }

    /** What is known of the values. */
    public MapOrigin origin() {
        return MapOrigin.of(file, title(), notes);
    }
}
