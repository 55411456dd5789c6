package cohort.image.tiff.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The chain of a file's pages: TIFF, whose places are numbers of 32 bits, and BigTIFF, whose have 64. */
public final class DirectoryChain {
    private static final int BIG = 43, CLASSIC = 42;

    private final TiffBytes bytes;
    private final boolean big;
    private long seen;

    private DirectoryChain(TiffBytes bytes, boolean big) {
        this.bytes = bytes;
        this.big = big;
    }

    /**
     * All pages but those that hang below another, as the lower resolutions of a pyramid may.
     *
     * @return at least one
     * @throws IllegalArgumentException if it is no TIFF file or damaged
     */
    public static List<Directory> of(TiffBytes bytes) throws IOException {
        int magic = bytes.size() < 8 ? 0 : bytes.at(0, 2).getChar(0);
        bytes.setOrder(magic == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int version = magic == 0x4949 || magic == 0x4d4d ? bytes.at(2, 2).getChar(0) : 0;
        if (version != CLASSIC && version != BIG)
            throw new IllegalArgumentException("found no header of TIFF, expected a file that begins with II or MM and"
                    + " the number 42 or 43; the file is damaged or of another kind");
        if (version == BIG && bytes.at(4, 4).getInt(0) != (bytes.order() == ByteOrder.BIG_ENDIAN ? 0x80000 : 8))
            throw new IllegalArgumentException(
                    "found a header of BigTIFF with offsets of another size, expected 8 bytes; the file is damaged");
        return new DirectoryChain(bytes, version == BIG).chain();
    }

    private List<Directory> chain() throws IOException {
        List<Directory> all = new ArrayList<>();
        for (long at = place(big ? 8 : 4); at != 0; ) {
            long n = big ? bytes.at(at, 8).getLong(0) : bytes.at(at, 2).getChar(0);
            int head = big ? 8 : 2, width = big ? 20 : 12;
            if (n < 1 || n > Character.MAX_VALUE)
                throw new IllegalArgumentException("found a page of " + Long.toUnsignedString(n)
                        + " fields, expected 1 to 65535; the file is damaged");
            seen += n * width;
            if (seen > bytes.size()) // so pages overlap, in a ring perhaps
            throw new IllegalArgumentException("found more pages than " + bytes.size()
                    + " bytes hold, expected a chain of pages with an end; the file is damaged");
            all.add(directory(at + head, (int) n, width));
            at = place(at + head + n * width);
        }
        if (all.isEmpty())
            throw new IllegalArgumentException(
                    "found no page, expected at least one; the file was not written completely");
        return all;
    }

    private Directory directory(long at, int n, int width) throws IOException {
        ByteBuffer fields = bytes.at(at, (long) n * width);
        Map<Tag, Directory.Entry> entries = new EnumMap<>(Tag.class);
        for (int f = 0, from = 0; f < n; f++, from += width) {
            int field = from;
            long place = at + from;
            Tag.of(fields.getChar(from)).ifPresent(tag -> entries.putIfAbsent(tag, entry(fields, field, place)));
        }
        return new Directory(bytes, entries);
    }

    /** A field, whose values stand beside its tag if there is room. */
    private Directory.Entry entry(ByteBuffer fields, int from, long at) {
        int type = fields.getChar(from + 2), beside = from + (big ? 12 : 8), room = big ? 8 : 4;
        long count = big ? fields.getLong(from + 4) : fields.getInt(from + 4) & 0xffffffffL;
        long there = big ? fields.getLong(beside) : fields.getInt(beside) & 0xffffffffL;
        boolean fits = count >= 0 && count <= room && count * Directory.Entry.width(type) <= room;
        long one = fits && count == 1 ? one(fields, type, beside) : -1;
        return new Directory.Entry(type, count, fits ? at + beside - from : there, one);
    }

    /** Most fields hold a number of one of these two kinds. */
    private static long one(ByteBuffer fields, int type, int beside) {
        return type == 3 ? fields.getChar(beside) : type == 4 ? fields.getInt(beside) & 0xffffffffL : -1;
    }

    private long place(long at) throws IOException {
        return big ? bytes.at(at, 8).getLong(0) : bytes.at(at, 4).getInt(0) & 0xffffffffL;
    }
}
