package cohort.data.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to download.
 *
 * @param from its address
 * @param to its place; a file that is there is taken as it is
 * @param content what it must be
 * @param sha256 the SHA-256 digest of its bytes in hexadecimal, if it is known
 */
public record Download(URI from, Path to, Content content, Optional<String> sha256) {

    /** A file whose digest is not known. */
    public Download(URI from, Path to, Content content) {
        this(from, to, content, Optional.empty());
    }

    /** Whether damage is sure to be seen, so that a download may go on where another broke off. */
    boolean hasChecksum() {
        return sha256.isPresent() || content.hasChecksum();
    }
}
