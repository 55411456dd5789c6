package cohort.data.download;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a download must be, told by its bytes: a server's page that says "sign in" comes with the status of a success. */
public enum Content {
    /** Compressed by gzip, whose checksum covers every byte. */
    GZIP(1L << 30),
    /** An image in the format NRRD. */
    NRRD(1L << 30),
    /** A table of subjects. */
    TABLE(100L << 20),
    /** A JSON object. */
    JSON(100L << 20);

    private final long most;

    Content(long most) {
        this.most = most;
    }

    /** The most bytes that a server is believed to mean. */
    long most() {
        return most;
    }

    private static final String FIRST_COLUMN = "participant_id";
    private static final int BUFFER = 1 << 16;

    /** Whether damage is sure to be seen, so that a download may go on where another broke off. */
    boolean hasChecksum() {
        return this == GZIP;
    }

    /**
     * Reads to the end.
     *
     * @param calledOff is run again and again, and may end it by what it throws: little that is compressed may be much
     * @throws IOException if the bytes are not what they must be
     */
    void check(InputStream in, Runnable calledOff) throws IOException {
        switch (this) {
            case GZIP -> inflate(in, calledOff);
            case NRRD -> {
                if (!new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("NRRD"))
                    throw new IOException("it is not an NRRD image");
            }
            case TABLE -> {
                byte[] start = in.readNBytes(FIRST_COLUMN.length());
                if (!new String(start, StandardCharsets.UTF_8).equals(FIRST_COLUMN))
                    throw new IOException("it is not a table that begins with " + FIRST_COLUMN);
            }
            case JSON -> {
                try {
                    if (!JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .isJsonObject()) throw new IOException("it is not a JSON object");
                } catch (JsonParseException e) {
                    throw new IOException("it is not JSON", e);
                }
            }
        }
    }

    /** @throws IOException if the bytes have another SHA-256 digest */
    static void requireDigest(InputStream in, String expected) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(expected))
                throw new IOException("its SHA-256 digest is " + found + ", expected " + expected);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void inflate(InputStream in, Runnable calledOff) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream inflated = new GZIPInputStream(in, BUFFER);
            while (inflated.read(buffer) >= 0) calledOff.run();
        } catch (ZipException e) {
            throw new IOException("its gzip data are damaged (" + e.getMessage() + ")", e);
        } catch (EOFException e) {
            throw new IOException("its gzip data end too early", e);
        }
    }
}
