package cohort.image;

import cohort.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the voxels of one volume in chunks that stay in the processor's cache. Room is made for what the file can
 * plausibly hold and doubled when it does hold more, so that a header that lies gets no memory.
 */
final class VoxelReader {
    private static final int CHUNK = 1 << 17;

    /** At first, room for this many bytes is made per compressed byte. */
    private static final long USUAL_COMPRESSION = 3;

    private VoxelReader() {}

    /**
     * Reads the next volume.
     *
     * @throws EOFException if the stream ends within it
     * @throws InputException if it does not fit into memory
     */
    static Volume read(InputStream in, NiftiHeader header, StoredBytes data) throws IOException {
        try {
            boolean narrow = header.type().fitsFloat() && header.scaling().isNone();
            return narrow ? floats(in, header, data) : doubles(in, header, data);
        } catch (OutOfMemoryError e) {
            throw new InputException(
                    data.path() + ": found volumes of " + header.grid().voxels()
                            + " voxels, which do not fit into the memory that Java has; give it more (-Xmx).",
                    e);
        }
    }

    private static Volume floats(InputStream in, NiftiHeader header, StoredBytes data) throws IOException {
        int n = header.grid().voxels();
        float[] values = new float[room(header, data, Float.BYTES)];
        ByteBuffer chunk = chunk(header);
        for (int v = 0, more; v < n; v += more) {
            more = fill(in, chunk, header, n - v);
            if (values.length < v + more) values = Arrays.copyOf(values, room(v + more, n));
            header.type().decode(chunk, values, v, more);
        }
        return Volume.of(header.grid(), values);
    }

    private static Volume doubles(InputStream in, NiftiHeader header, StoredBytes data) throws IOException {
        int n = header.grid().voxels();
        double[] values = new double[room(header, data, Double.BYTES)];
        ByteBuffer chunk = chunk(header);
        for (int v = 0, more; v < n; v += more) {
            more = fill(in, chunk, header, n - v);
            if (values.length < v + more) values = Arrays.copyOf(values, room(v + more, n));
            header.type().decode(chunk, values, v, more);
            header.scaling().apply(values, v, v + more);
        }
        return Volume.of(header.grid(), values);
    }

    private static ByteBuffer chunk(NiftiHeader header) {
        return ByteBuffer.allocate((int) Math.min(CHUNK, header.volumeBytes())).order(header.order());
    }

    /** Fills the chunk with whole voxels and gives their number. */
    private static int fill(InputStream in, ByteBuffer chunk, NiftiHeader header, int left) throws IOException {
        int bytes = header.type().bytes, n = Math.min(left, chunk.capacity() / bytes);
        if (in.readNBytes(chunk.array(), 0, n * bytes) < n * bytes) throw new EOFException();
        return n;
    }

    private static int room(NiftiHeader header, StoredBytes data, int bytes) {
        int n = header.grid().voxels();
        if (!data.gzip()) return n;
        return (int) Math.min(n, Math.max(CHUNK, data.size() * USUAL_COMPRESSION) / bytes);
    }

    private static int room(int needed, int n) {
        return (int) Math.min(n, 2L * needed);
    }
}
