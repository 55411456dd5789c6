package cohort.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, inflated if its first two bytes are those of gzip (RFC 1952).
 *
 * @param path the file
 * @param size bytes on disk
 * @param gzip whether they are compressed
 */
record StoredBytes(Path path, long size, boolean gzip) {
    private static final int BUFFER = 1 << 16;

    /** No deflated stream grows by more than this factor (RFC 1951: 258 bytes from 2 bits). */
    private static final long DEFLATE_MAX = 1032;

    /** A file may hold some bytes after its voxels; a stream that goes on beyond this is no image. */
    private static final long PADDING_MAX = 1 << 26;

    static StoredBytes of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            return new StoredBytes(path, Files.size(path), gzip);
        }
    }

    /** The most bytes that can come out: the size of a plain file, what a compressed one can hold at best. */
    long most() {
        return gzip ? Math.multiplyExact(size, DEFLATE_MAX) : size;
    }

    /** Opens the (inflated) bytes from a position on. */
    InputStream open(long from) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            if (!gzip) return Channels.newInputStream(channel.position(from));
            InputStream in = new GZIPInputStream(Channels.newInputStream(channel), BUFFER);
            in.skipNBytes(from);
            return in;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads on to the end of a compressed stream, because only there its checksum is compared. */
    void verifyEnd(InputStream in) throws IOException {
        if (!gzip) return;
        byte[] rest = new byte[BUFFER];
        long padding = 0;
        for (int n; (n = in.read(rest)) >= 0; padding += n)
            if (padding > PADDING_MAX)
                throw new IOException(
                        "it goes on for over " + (PADDING_MAX >> 20) + " MB after the voxels that its header declares");
    }
}
