package cohort.image;

import cohort.InputException;
import java.nio.file.Path;

/** Volumes from and to files. */
public final class Volumes {

    private Volumes() {}

    /**
     * Reads a file that holds one volume.
     *
     * @implNote op names='cohort.image.read'
     * @param path a file of one of the {@link VolumeFormat}s, 3D or with further axes of size 1
     * @return its volume
     * @throws InputException if it cannot be read, is damaged or holds several volumes
     */
    public static Volume read(Path path) {
        VolumeFile file = VolumeFile.open(path);
        if (file.volumes() > 1)
            throw new InputException(path + ": found " + file.volumes()
                    + " volumes, expected one; split the file, or give it alone as the maps of all subjects.");
        return file.read(0);
    }

    /**
     * Writes a volume as NIfTI-1, float32, with sform and qform in mm. The same volume gives the same bytes.
     *
     * @implNote op names='cohort.image.write'
     * @param volume values that are rounded to float32, on a grid of at most 32767 voxels along each axis
     * @param path ends in {@code .nii.gz} (compressed) or {@code .nii}; replaced if it exists
     * @param description goes into the header; characters after the 79th are cut, others than ASCII become {@code ?}
     * @throws InputException if the file cannot be written or its name ends otherwise
     */
    public static void write(Volume volume, Path path, String description) {
        NiftiWriter.write(volume, path, description);
    }
}
