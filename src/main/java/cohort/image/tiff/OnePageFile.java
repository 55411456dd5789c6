package cohort.image.tiff;

import cohort.image.tiff.field.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A page as a TIFF file of its own in memory, with nothing in it but what was checked: so the library that undoes its
 * compression and predictor sees no field that it might stumble over, nor BigTIFF, pyramids and compressions that it does
 * not know. What was unpacked already is stored as deflate stores what it cannot make smaller, to have its predictor undone.
 */
final class OnePageFile {
    private static final int FIELDS = 13, SHORT = 3, LONG = 4, DEFLATE = 8, LZW = 5, PACKBITS = 32773;

    private OnePageFile() {}

    /**
     * The bytes of the file.
     *
     * @param page whose fields are taken
     * @param blocks its strips or tiles, unpacked if {@link Compression#isUnpackedHere}
     * @param order of the samples' bytes
     */
    static byte[] of(TiffPage page, List<byte[]> blocks, ByteOrder order) throws IOException {
        int halves = page.type().isLong() ? 2 : 1; // which the library does not know
        int n = blocks.size(), places = 8, counts = places + 4 * n, fields = counts + 4 * n;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(fields + 2 + 12 * FIELDS + 4).order(order);
        head.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
        head.putShort((short) 42).putInt(fields);
        for (int b = 0; b < n; b++) {
            int before = data.size();
            if (page.compression().isUnpackedHere()) store(blocks.get(b), data);
            else data.write(blocks.get(b));
            head.putInt(places + 4 * b, head.capacity() + before);
            head.putInt(counts + 4 * b, data.size() - before);
        }
        head.position(fields).putShort((short) FIELDS);
        put(head, Tag.IMAGE_WIDTH, LONG, 1, halves * page.width());
        put(head, Tag.IMAGE_LENGTH, LONG, 1, page.height());
        put(head, Tag.BITS_PER_SAMPLE, SHORT, 1, page.type().bits() / halves);
        put(head, Tag.COMPRESSION, SHORT, 1, compression(page));
        put(head, Tag.PHOTOMETRIC_INTERPRETATION, SHORT, 1, 1);
        if (!page.tiled()) put(head, Tag.STRIP_OFFSETS, LONG, n, n == 1 ? head.getInt(places) : places);
        put(head, Tag.SAMPLES_PER_PIXEL, SHORT, 1, 1);
        if (!page.tiled()) {
            put(head, Tag.ROWS_PER_STRIP, LONG, 1, page.blockHeight());
            put(head, Tag.STRIP_BYTE_COUNTS, LONG, n, n == 1 ? head.getInt(counts) : counts);
        }
        put(head, Tag.PREDICTOR, SHORT, 1, page.predictor());
        if (page.tiled()) {
            put(head, Tag.TILE_WIDTH, LONG, 1, halves * page.blockWidth());
            put(head, Tag.TILE_LENGTH, LONG, 1, page.blockHeight());
            put(head, Tag.TILE_OFFSETS, LONG, n, n == 1 ? head.getInt(places) : places);
            put(head, Tag.TILE_BYTE_COUNTS, LONG, n, n == 1 ? head.getInt(counts) : counts);
        }
        put(head, Tag.SAMPLE_FORMAT, SHORT, 1, page.type().format());
        int written = (head.position() - fields - 2) / 12;
        head.putShort(fields, (short) written).putInt(0);
        return ByteBuffer.allocate(head.capacity() + data.size())
                .put(head.array())
                .put(data.toByteArray())
                .array();
    }

    private static int compression(TiffPage page) {
        return switch (page.compression()) {
            case NONE -> 1;
            case LZW -> LZW;
            case PACKBITS -> PACKBITS;
            case DEFLATE, ZSTD -> DEFLATE;
        };
    }

    private static void store(byte[] block, ByteArrayOutputStream to) throws IOException {
        Deflater stored = new Deflater(Deflater.NO_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(to, stored)) {
            out.write(block);
        } finally {
            stored.end();
        }
    }

    private static void put(ByteBuffer head, Tag tag, int type, int count, int value) {
        head.putShort((short) tag.code()).putShort((short) type).putInt(count);
        if (type == SHORT) head.putShort((short) value).putShort((short) 0);
        else head.putInt(value);
    }
}
