package cohort.image;

import cohort.InputException;
import cohort.image.format.VolumeFile;
import cohort.image.format.VolumeFormats;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of image file. {@link VolumeFile} asks each format in turn and takes the first that claims the file. A format
 * is registered at run time by {@link VolumeFormats#register}, or added by a public class with a public constructor without arguments, and a line with its name in
 * {@code META-INF/services/cohort.image.VolumeFormat}; the order of the lines is the order of asking.
 */
public interface VolumeFormat {

    /** Whether files of this name are of this format; nothing is read, the file need not exist. */
    boolean claims(Path path);

    /** What it opens, as a user names it, e.g. {@code NIfTI (.nii, .nii.gz)}. */
    String name();

    /**
     * Reads the header.
     *
     * @throws IOException if the file cannot be read
     * @throws InputException if it is not what its name promises
     */
    VolumeSource open(Path path) throws IOException;

    /**
     * Reads the header with options. A format whose files have channels answers this itself; all others have none.
     *
     * @throws IOException if the file cannot be read
     * @throws InputException if it is not what its name promises, or has not what is asked for
     */
    default VolumeSource open(Path path, ReadingOptions options) throws IOException {
        VolumeSource source = open(path);
        try {
            options.index(1);
        } catch (IllegalArgumentException e) {
            throw new InputException(path + ": " + e.getMessage() + ".", e);
        }
        return source;
    }
}
