package cohort.image.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** TIFF files of pages of two pixels, for what they say of themselves. */
public final class TwoPixelPages {
    private static final int FIELDS = 8, ASCII = 2, SHORT = 3, LONG = 4;

    private TwoPixelPages() {}

    /**
     * Writes one page per value: the value and the next.
     *
     * @param description of the first page
     */
    public static Path write(Path file, String description, int... values) throws IOException {
        byte[] text = (description + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        int directory = 2 + 12 * FIELDS + 4, page = directory + 4;
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + text.length + page * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x4949)
                .putShort((short) 42)
                .putInt(8 + text.length)
                .put(text);
        for (int n = 0; n < values.length; n++) {
            int start = bytes.position();
            bytes.putShort((short) FIELDS);
            put(bytes, 256, LONG, 1, 2);
            put(bytes, 257, LONG, 1, 1);
            put(bytes, 258, SHORT, 1, 16);
            put(bytes, 262, SHORT, 1, 1);
            put(bytes, 270, ASCII, n == 0 ? text.length : 1, n == 0 ? 8 : 0);
            put(bytes, 273, LONG, 1, start + directory);
            put(bytes, 277, SHORT, 1, 1);
            put(bytes, 279, LONG, 1, 4);
            bytes.putInt(n + 1 < values.length ? start + page : 0);
            bytes.putShort((short) values[n]).putShort((short) (values[n] + 1));
        }
        return Files.write(file, bytes.array());
    }

    private static void put(ByteBuffer bytes, int tag, int type, int count, int value) {
        bytes.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
