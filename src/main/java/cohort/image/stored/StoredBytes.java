package cohort.image.stored;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file from a place on, inflated if they are compressed.
 *
 * @param path the file
 * @param start the first of the bytes
 * @param size their number on disk
 * @param packing how they are stored
 */
public record StoredBytes(Path path, long start, long size, Packing packing) {
    private static final int BUFFER = 1 << 16;

    /** No deflated stream grows by more than this factor (RFC 1951: 258 bytes from 2 bits). */
    private static final long DEFLATE_MAX = 1032;

    /** A file may hold some bytes after its voxels; a stream that continues beyond this is no image. */
    private static final long PADDING_MAX = 1 << 26;

    /** A whole file, inflated if it begins as gzip does. */
    public static StoredBytes of(Path path) throws IOException {
        return from(path, 0, startsAsGzip(path, 0) ? Packing.GZIP : Packing.NONE);
    }

    /** The bytes from a place on, none if the file ends before it. */
    public static StoredBytes from(Path path, long start, Packing packing) throws IOException {
        return new StoredBytes(path, start, Math.max(0, Files.size(path) - start), packing);
    }

    /** Whether the first two bytes from a place on are those of gzip (RFC 1952). */
    public static boolean startsAsGzip(Path path, long start) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            byte[] magic = Channels.newInputStream(channel.position(start)).readNBytes(2);
            return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        }
    }

    public boolean isPacked() {
        return packing != Packing.NONE;
    }

    /** The most bytes that can come out: the size of a plain file, what a compressed one can hold at best. */
    long most() {
        return isPacked() ? Math.multiplyExact(size, DEFLATE_MAX) : size;
    }

    /** Opens the (inflated) bytes from a position on. */
    public InputStream open(long from) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            if (!isPacked()) return Channels.newInputStream(channel.position(start + from));
            InputStream in = packing.open(Channels.newInputStream(channel.position(start)), BUFFER);
            in.skipNBytes(from);
            return in;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads on to the end of a compressed stream, because only there its checksum is compared. */
    void verifyEnd(InputStream in) throws IOException {
        if (!isPacked()) return;
        byte[] rest = new byte[BUFFER];
        long padding = 0;
        for (int n; (n = in.read(rest)) >= 0; padding += n)
            if (padding > PADDING_MAX)
                throw new IOException("it goes on for more than " + (PADDING_MAX >> 20)
                        + " MB after the voxels that its header declares");
    }
}
