package cohort.image.tiff.field;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of a TIFF file in its byte order, looked at wherever its numbers point to. */
public final class TiffBytes {
    /** Directories are small and often side by side. */
    private static final int WINDOW = 1 << 13;

    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long start;

    public TiffBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public long size() {
        return size;
    }

    public ByteOrder order() {
        return order;
    }

    /** Sets the order of all numbers that are looked at from now on. */
    void setOrder(ByteOrder order) {
        this.order = order;
    }

    /**
     * Some bytes, to be read from index 0 on before the next are asked for.
     *
     * @throws IllegalArgumentException if the file ends before them
     */
    ByteBuffer at(long position, long n) throws IOException {
        requireWithin(position, n);
        if (position < start || position + n > start + window.limit()) load(position, (int) n);
        int from = (int) (position - start);
        return window.slice(from, (int) n).order(order);
    }

    /** @throws IllegalArgumentException if the file ends before this many bytes from a place on, or they are 2 GB */
    void requireWithin(long position, long n) {
        if (position < 0 || n < 0 || n > Integer.MAX_VALUE - 8 || position > size - n)
            throw new IllegalArgumentException("found a reference to " + n + " bytes from byte "
                    + Long.toUnsignedString(position) + " on in the header, expected one within the " + size
                    + " bytes of the file; the file is truncated or damaged");
    }

    private void load(long position, int n) throws IOException {
        window = ByteBuffer.allocate((int) Math.min(Math.max(n, WINDOW), size - position));
        start = position;
        read(channel, position, window);
    }

    /**
     * Fills the rest of a buffer.
     *
     * @throws EOFException if the file ends before
     */
    public static void read(FileChannel channel, long position, ByteBuffer to) throws IOException {
        for (int n; to.hasRemaining(); position += n)
            if ((n = channel.read(to, position)) < 0) throw new EOFException();
    }
}
