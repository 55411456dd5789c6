package cohort.image.tiff;

import cohort.image.tiff.field.TiffBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The samples of pages of strips that need no more than to be unpacked. Most often strips and pages follow one another, so
 * that they are read many at a time.
 */
final class OpenSamples {
    private static final int AHEAD = 1 << 18;

    private final FileChannel channel;
    private final ByteOrder order;
    private ByteBuffer ahead = ByteBuffer.allocateDirect(0);
    private long start;

    OpenSamples(FileChannel channel, ByteOrder order) {
        this.channel = channel;
        this.order = order;
    }

    /** The bytes of a page's samples from index 0 on, row by row, in the order of the file, until the next are asked for. */
    ByteBuffer of(TiffPage page) throws IOException {
        int size = (int) page.bytes();
        if (page.compression() == Compression.NONE && page.isInOnePiece())
            return bytes(page.offsets()[0], size).order(order);
        ByteBuffer samples = ByteBuffer.allocate(size);
        for (int b = 0; b < page.offsets().length; b++) {
            int n = page.compression() == Compression.NONE ? page.blockBytes(b) : (int) page.counts()[b];
            ByteBuffer stored = bytes(page.offsets()[b], n);
            if (page.compression() == Compression.NONE) samples.put(stored);
            else samples.put(page.compression().unpack(array(stored), page.blockBytes(b)));
        }
        return samples.flip().order(order);
    }

    /** Some bytes of the file as an array. */
    byte[] bytes(TiffPage page, int block) throws IOException {
        return array(bytes(page.offsets()[block], (int) page.counts()[block]));
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }

    private ByteBuffer bytes(long offset, int n) throws IOException {
        if (offset < start || offset + n > start + ahead.limit()) {
            int wanted = (int) Math.min(Math.max(n, AHEAD), channel.size() - offset);
            if (ahead.capacity() < wanted) ahead = ByteBuffer.allocateDirect(wanted);
            ahead.clear().limit(wanted);
            start = offset;
            TiffBytes.read(channel, offset, ahead);
            ahead.flip();
        }
        return ahead.slice((int) (offset - start), n);
    }
}
