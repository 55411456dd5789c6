package cohort.report;

import cohort.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
     * Reads files and takes their digests, several at a time.
     *
     * @throws InputException if one cannot be read
     */
    public static List<InputFile> of(List<Path> files) {
        return Parallelization.getTaskExecutor().forEachApply(files, InputFile::of);
    }

    private static InputFile of(Path file) {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new InputException(
                    file + ": it can no longer be read; keep the files in place while they are used.", e);
        }
        return new InputFile(file.toString(), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }
}
