package cohort.image.tiff.description;

import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The properties of an image that ImageJ keeps in two fields of its own (ij.io.TiffEncoder): keys and values in turn. */
public final class ImageJProperties {
    private static final int MAGIC = 0x494a494a, PROPERTIES = 0x70726f70; // "IJIJ", "prop"

    private ImageJProperties() {}

    /** By their keys; none if there are none or they cannot be read. */
    public static Map<String, String> of(Directory first, ByteOrder order) throws IOException {
        long n = first.count(Tag.IMAGEJ_COUNTS);
        byte[] raw = first.raw(Tag.IMAGEJ_METADATA);
        if (n < 2 || n > raw.length) return Map.of();
        try {
            return parse(ByteBuffer.wrap(raw).order(order), first.numbers(Tag.IMAGEJ_COUNTS, n));
        } catch (RuntimeException e) { // damaged fields say nothing; sizes and places are checked where they are used
            return Map.of();
        }
    }

    private static Map<String, String> parse(ByteBuffer bytes, long[] counts) {
        Map<String, String> properties = new HashMap<>();
        if (bytes.getInt() != MAGIC) return properties;
        Charset text = bytes.order() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        int at = (int) counts[0], next = 1;
        while (bytes.position() < counts[0]) {
            int type = bytes.getInt(), items = bytes.getInt();
            String key = "";
            for (int item = 0; item < items; item++) {
                int length = (int) counts[next++];
                if (type == PROPERTIES) {
                    String value = new String(bytes.array(), at, length, text);
                    if (item % 2 == 0) key = value;
                    else properties.put(key, value);
                }
                at += length;
            }
        }
        return properties;
    }
}
