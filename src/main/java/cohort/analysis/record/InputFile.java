package cohort.analysis.record;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.parallel.Parallelization;

/**
 * A file that a run read.
 *
 * @param file its path
 * @param sha256 the SHA-256 digest of its bytes, in hexadecimal
 */
public record InputFile(String file, String sha256) {

    /**
     * The files that a run has read: table, mask and the like, then the maps.
     *
     * @param maps the maps' files in the order of the subjects
     */
    public static List<InputFile> of(FilesRead read, List<Path> maps) {
        return read.list(maps, (file, digest) -> new InputFile(file.toString(), digest));
    }

    /**
     * Reads files and takes their digests, several at a time.
     *
     * @throws InputException if one cannot be read
     */
    public static List<InputFile> of(List<Path> files) {
        return Parallelization.getTaskExecutor().forEachApply(files, InputFile::of);
    }

    private static InputFile of(Path file) {
        try {
            return new InputFile(file.toString(), Sha256.of(file));
        } catch (IOException e) {
            throw new InputException(
                    file + ": the file can no longer be read; keep input files in place during the run.", e);
        }
    }
}
