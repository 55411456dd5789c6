package cohort.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests by which files are told apart (FIPS 180-4), in hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** A digest of no bytes yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }

    /** The digest of the bytes that were added; it begins anew. */
    public static String end(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of bytes. */
    public static String of(byte[] bytes) {
        MessageDigest digest = begin();
        digest.update(bytes);
        return end(digest);
    }

    /** The digest of a whole file. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return end(digest);
    }
}
