package cohort.image;

import cohort.InputException;
import cohort.image.format.VolumeFile;
import cohort.image.format.VolumeFormats;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of image file. {@link VolumeFile} asks each format in turn and takes the first that claims the file. A format
 * is registered at run time by {@link VolumeFormats#register}, or found at run time: a public class with a public constructor
 * without arguments, named on a line of
 * {@code META-INF/services/cohort.image.VolumeFormat}; formats are asked in the order of the lines.
 */
public interface VolumeFormat {

    /** Whether files of this name are of this format; nothing is read, the file need not exist. */
    boolean claims(Path path);

    /** What it opens, in a user's words, e.g. {@code NIfTI (.nii, .nii.gz)}. */
    String name();

    /**
     * Reads the header.
     *
     * @throws IOException if the file cannot be read
     * @throws InputException if it is not what its name promises
     */
    VolumeSource open(Path path) throws IOException;

    /**
     * Reads the header with options. A format whose files can have several channels overrides this; by default there are none to
     * choose from.
     *
     * @throws IOException if the file cannot be read
     * @throws InputException if it is not what its name promises, or lacks the channel that is asked for
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
