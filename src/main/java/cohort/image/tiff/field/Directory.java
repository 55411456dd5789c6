package cohort.image.tiff.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The fields of one page, by their tags. Values are read when they are asked for, while the file is open. */
public final class Directory {
    private final TiffBytes bytes;
    private final Map<Tag, Entry> entries;

    /**
     * A field.
     *
     * @param type by its number in TIFF
     * @param count number of values
     * @param position of the first of them
     * @param inline the value, if it is one whole number beside the tag; otherwise -1
     */
    record Entry(int type, long count, long position, long inline) {
        /** Bytes of a value; 0 for types that are not known. */
        int width() {
            return width(type);
        }

        static int width(int type) {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12, 16, 17, 18 -> 8;
                default -> 0;
            };
        }
    }

    Directory(TiffBytes bytes, Map<Tag, Entry> entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    public boolean has(Tag tag) {
        return entries.containsKey(tag);
    }

    /** The first value of a field, or what holds where the field is absent. */
    public long number(Tag tag, long absent) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) return absent;
        return entry.inline >= 0 ? entry.inline : numbers(tag, 1)[0];
    }

    /**
     * The first values of a field.
     *
     * @param n how many there must be at least
     * @throws IllegalArgumentException if there are fewer, or they are no whole numbers
     */
    public long[] numbers(Tag tag, long n) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count < n)
            throw new IllegalArgumentException("found " + (entry == null ? 0 : Long.toUnsignedString(entry.count))
                    + " values of " + tag + ", expected " + n + "; the file is damaged");
        bytes.requireWithin(
                entry.position, entry.count); // of a byte at least each: a count that lies is a damaged field
        ByteBuffer values = bytes.at(entry.position, Math.multiplyExact(n, (long) Math.max(1, entry.width())));
        long[] numbers = new long[(int) n];
        for (int i = 0; i < n; i++)
            numbers[i] = switch (entry.type) {
                case 1 -> values.get(i) & 0xff;
                case 3 -> values.getChar(2 * i);
                case 4, 13 -> values.getInt(4 * i) & 0xffffffffL;
                case 16, 18 -> values.getLong(8 * i);
                default ->
                    throw new IllegalArgumentException("found values of type " + entry.type + " for " + tag
                            + ", expected whole numbers; the file is damaged");
            };
        return numbers;
    }

    /** The ratio of a field of two whole numbers; none if it is absent or no positive number. */
    public Optional<Double> ratio(Tag tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type != 5 || entry.count < 1) return Optional.empty();
        ByteBuffer values = bytes.at(entry.position, 8);
        double above = values.getInt(0) & 0xffffffffL, below = values.getInt(4) & 0xffffffffL;
        return above > 0 && below > 0 ? Optional.of(above / below) : Optional.empty();
    }

    /** A text up to its end or first 0, in UTF-8; empty if the field is absent. */
    public String text(Tag tag) throws IOException {
        String text = new String(raw(tag), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The bytes of a field as they are; none if it is absent. */
    public byte[] raw(Tag tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.width() != 1) return new byte[0];
        byte[] raw = new byte[bytes.at(entry.position, entry.count).remaining()];
        bytes.at(entry.position, entry.count).get(raw);
        return raw;
    }

    /** How many values a field has; 0 if it is absent. */
    public long count(Tag tag) {
        return has(tag) ? entries.get(tag).count : 0;
    }
}
