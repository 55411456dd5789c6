package cohort.folder;

import java.util.regex.Pattern;

/**
 * A file that a run wrote.
 *
 * @param name its name in the folder
 * @param bytes its size
 * @param sha256 the SHA-256 digest of its bytes, in hexadecimal
 */
public record WrittenFile(String name, long bytes, String sha256) {
    private static final Pattern NAME = Pattern.compile("[^./\\\\\\x00][^/\\\\\\x00]*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the name leads out of the folder or is hidden, or it is no such digest */
    public WrittenFile {
        if (!NAME.matcher(name).matches()
                || bytes < 0
                || !DIGEST.matcher(sha256).matches())
            throw new IllegalArgumentException("the file " + name + " of " + bytes + " bytes and the digest " + sha256);
    }

    /** Whether another file has the same bytes, whatever its name. */
    public boolean isSame(WrittenFile other) {
        return bytes == other.bytes && sha256.equals(other.sha256);
    }

    /** Size and digest, as messages tell them. */
    String words() {
        return bytes + " bytes with the SHA-256 " + sha256.substring(0, 8) + "...";
    }
}
