package cohort.image.tiff;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How the samples of a strip or tile are packed. */
enum Compression {
    NONE(1),
    /** From TIFF's 12-bit codes: at best some 4,096 bytes of a code. */
    LZW(2731),
    DEFLATE(1032),
    PACKBITS(64),
    /** By blocks of up to 128 KiB of one value in 4 bytes. */
    ZSTD(1 << 15);

    private static final Map<Long, String> OTHERS = Map.ofEntries(
            Map.entry(2L, "CCITT"),
            Map.entry(3L, "CCITT fax"),
            Map.entry(4L, "CCITT fax"),
            Map.entry(6L, "JPEG"),
            Map.entry(7L, "JPEG"),
            Map.entry(33003L, "JPEG 2000"),
            Map.entry(33005L, "JPEG 2000"),
            Map.entry(34712L, "JPEG 2000"),
            Map.entry(34887L, "LERC"),
            Map.entry(34892L, "lossy JPEG"),
            Map.entry(34925L, "LZMA"),
            Map.entry(34927L, "WebP"),
            Map.entry(50001L, "WebP"),
            Map.entry(50002L, "JPEG XL"));

    /** The most bytes that can come out for one that goes in. */
    final int most;

    Compression(int most) {
        this.most = most;
    }

    /**
     * By the number that TIFF has for it.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Compression of(long code) {
        return switch ((int) Math.min(code, Integer.MAX_VALUE)) {
            case 1 -> NONE;
            case 5 -> LZW;
            case 8, 32946 -> DEFLATE;
            case 32773 -> PACKBITS;
            case 34926, 50000 -> ZSTD;
            default ->
                throw new IllegalArgumentException("found compression " + code + " ("
                        + OTHERS.getOrDefault(code, "unknown")
                        + "), expected none, LZW, deflate, PackBits or Zstandard; open the file in Fiji and save it"
                        + " as TIFF, or rewrite it with tifffile");
        };
    }

    /** Whether {@link #unpack} does it; the others are left to the library that reads pages. */
    boolean isUnpackedHere() {
        return this == DEFLATE || this == ZSTD;
    }

    /**
     * Unpacks a strip or tile and compares its checksum, if it has one.
     *
     * @param size bytes that must come out
     * @throws IllegalArgumentException if it is damaged or another number comes out
     */
    byte[] unpack(byte[] packed, int size) {
        byte[] unpacked = new byte[size];
        try {
            int n = this == DEFLATE ? inflate(packed, unpacked) : zstd(packed, unpacked);
            if (n == size) return unpacked;
            throw damaged("found " + n + " bytes, expected " + size, null);
        } catch (DataFormatException | RuntimeException e) {
            if (e instanceof IllegalArgumentException told && told.getMessage().endsWith("damaged")) throw told;
            throw damaged("found compressed bytes that cannot be unpacked", e);
        }
    }

    private static IllegalArgumentException damaged(String found, Exception cause) {
        return new IllegalArgumentException(found + " in a strip or tile; the file is damaged", cause);
    }

    /** Up to the end of the stream, where its checksum is. */
    private static int inflate(byte[] packed, byte[] unpacked) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int n = inflater.inflate(unpacked);
            byte[] beyond = new byte[1];
            if (inflater.inflate(beyond) > 0 || !inflater.finished()) throw new DataFormatException();
            return n;
        } finally {
            inflater.end();
        }
    }

    private static int zstd(byte[] packed, byte[] unpacked) {
        return new ZstdDecompressor().decompress(packed, 0, packed.length, unpacked, 0, unpacked.length);
    }
}
