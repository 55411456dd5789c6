package cohort.image.stored;

import cohort.InputException;
import cohort.image.Volume;
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
    static Volume read(InputStream in, VoxelLayout layout, StoredBytes data) throws IOException {
        try {
            return layout.isNarrow() ? floats(in, layout, data) : doubles(in, layout, data);
        } catch (OutOfMemoryError e) {
            throw new InputException(
                    data.path() + ": found volumes of " + layout.grid().voxels()
                            + " voxels, which do not fit into Java's memory; give Java more (-Xmx).",
                    e);
        }
    }

    private static Volume floats(InputStream in, VoxelLayout layout, StoredBytes data) throws IOException {
        int n = layout.grid().voxels();
        float[] values = new float[room(layout, data, Float.BYTES)];
        ByteBuffer chunk = chunk(layout);
        for (int v = 0, more; v < n; v += more) {
            more = fill(in, chunk, layout, n - v);
            if (values.length < v + more) values = Arrays.copyOf(values, room(v + more, n));
            layout.type().decode(chunk, values, v, more);
        }
        return Volume.of(layout.grid(), values);
    }

    private static Volume doubles(InputStream in, VoxelLayout layout, StoredBytes data) throws IOException {
        int n = layout.grid().voxels();
        double[] values = new double[room(layout, data, Double.BYTES)];
        ByteBuffer chunk = chunk(layout);
        for (int v = 0, more; v < n; v += more) {
            more = fill(in, chunk, layout, n - v);
            if (values.length < v + more) values = Arrays.copyOf(values, room(v + more, n));
            layout.type().decode(chunk, values, v, more);
            layout.scaling().apply(values, v, v + more);
        }
        return Volume.of(layout.grid(), values);
    }

    private static ByteBuffer chunk(VoxelLayout layout) {
        return ByteBuffer.allocate((int) Math.min(CHUNK, layout.volumeBytes())).order(layout.order());
    }

    /** Fills the chunk with whole voxels and gives their number. */
    private static int fill(InputStream in, ByteBuffer chunk, VoxelLayout layout, int left) throws IOException {
        int bytes = layout.type().bytes(), n = Math.min(left, chunk.capacity() / bytes);
        if (in.readNBytes(chunk.array(), 0, n * bytes) < n * bytes) throw new EOFException();
        return n;
    }

    private static int room(VoxelLayout layout, StoredBytes data, int bytes) {
        int n = layout.grid().voxels();
        if (!data.isPacked()) return n;
        return (int) Math.min(n, Math.max(CHUNK, data.size() * USUAL_COMPRESSION) / bytes);
    }

    private static int room(int needed, int n) {
        return (int) Math.min(n, 2L * needed);
    }
}
