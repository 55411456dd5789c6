package cohort.image.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the samples of pages: those that lie open as they are, others through the library. */
final class PageReader {
    private final ByteOrder order;
    private final OpenSamples open;

    PageReader(FileChannel channel, ByteOrder order) {
        this.order = order;
        this.open = new OpenSamples(channel, order);
    }

    /**
     * Reads a page.
     *
     * @param samples gets its samples row by row, if {@link cohort.image.stored.DataType#fitsFloat}
     * @throws IllegalArgumentException if it is damaged
     */
    void read(TiffPage page, float[] samples) throws IOException {
        if (page.isOpen()) page.type().type().decode(open.of(page), samples, 0, samples.length);
        else {
            double[] wide = new double[page.width()];
            Raster raster = raster(page);
            for (int y = 0; y < page.height(); y++) {
                row(page, raster, y, wide);
                for (int x = 0, at = y * page.width(); x < wide.length; x++) samples[at + x] = (float) wide[x];
            }
        }
    }

    /** Reads a page of any type, as {@link #read(TiffPage, float[])} does. */
    void read(TiffPage page, double[] samples) throws IOException {
        if (page.isOpen()) page.type().type().decode(open.of(page), samples, 0, samples.length);
        else {
            double[] wide = new double[page.width()];
            Raster raster = raster(page);
            for (int y = 0; y < page.height(); y++) {
                row(page, raster, y, wide);
                System.arraycopy(wide, 0, samples, y * page.width(), wide.length);
            }
        }
    }

    private Raster raster(TiffPage page) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (int b = 0; b < page.offsets().length; b++) {
            byte[] block = open.bytes(page, b);
            blocks.add(
                    page.compression().isUnpackedHere() ? page.compression().unpack(block, page.blockBytes(b)) : block);
        }
        byte[] file = OnePageFile.of(page, blocks, order);
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } catch (IOException | RuntimeException e) { // of whatever kind: the fields were checked, so it is the pixels
            throw new IllegalArgumentException(
                    "found strips or tiles that cannot be unpacked (" + page.compression()
                            + "), expected whole ones; the file is damaged",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** Rasters know no signed bytes, no unsigned 32 bits and no integers of 64, which the library reads as two of 32. */
    private void row(TiffPage page, Raster raster, int y, double[] row) {
        if (page.type().isLong()) {
            int[] halves = raster.getSamples(0, y, 2 * row.length, 1, 0, (int[]) null);
            ByteBuffer bytes = ByteBuffer.allocate(8 * row.length);
            bytes.asIntBuffer().put(halves);
            // A number of big-endian order has its upper half first, as the buffer has.
            if (order == ByteOrder.LITTLE_ENDIAN)
                for (int x = 0; x < row.length; x++) bytes.putLong(8 * x, Long.rotateLeft(bytes.getLong(8 * x), 32));
            page.type().type().decode(bytes, row, 0, row.length);
            return;
        }
        raster.getSamples(0, y, row.length, 1, 0, row);
        switch (page.type().type()) {
            case INT8 -> {
                for (int x = 0; x < row.length; x++) row[x] = (byte) row[x];
            }
            case INT16 -> {
                for (int x = 0; x < row.length; x++) row[x] = (short) row[x];
            }
            case UINT32 -> {
                for (int x = 0; x < row.length; x++) row[x] = (long) row[x] & 0xffffffffL;
            }
            default -> {}
        }
    }
}
