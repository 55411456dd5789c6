package cohort.image.tiff;

import cohort.image.DataType;
import java.util.Locale;

/**
 * How a sample is stored.
 *
 * @param bits of a sample in the file
 * @param type what holds its values: for 16-bit floats the one of 32 bits
 */
record SampleType(int bits, DataType type) {

    /**
     * By what the file says.
     *
     * @param format TIFF's SampleFormat: 1 unsigned, 2 signed, 3 float
     * @throws IllegalArgumentException if it is none that is read here
     */
    static SampleType of(long bits, long format) {
        String name = (format == 1 ? "uint" : format == 2 ? "int" : format == 3 ? "float" : "") + bits;
        return switch (name) {
            case "float16" -> new SampleType(16, DataType.FLOAT32);
            case "uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64" ->
                new SampleType((int) bits, DataType.valueOf(name.toUpperCase(Locale.ROOT)));
            default ->
                throw new IllegalArgumentException("found samples of " + bits + " bits of "
                        + (format > 3 ? "SampleFormat " + format : format == 3 ? "floats" : "integers")
                        + ", expected integers of 8, 16, 32 or 64 bits or floats of 16, 32 or 64; convert the file,"
                        + " e.g. by Image>Type>32-bit in ImageJ");
        };
    }

    /** Bytes of a sample in the file. */
    int bytes() {
        return bits / 8;
    }

    /** Whether the file holds its values as they are held in memory. */
    boolean isPlain() {
        return bytes() == type.bytes();
    }

    /** Whether it is an integer of 64 bits. */
    boolean isLong() {
        return bits == 64 && format() != 3;
    }

    /** TIFF's SampleFormat. */
    int format() {
        return type.name().startsWith("U") ? 1 : type.name().startsWith("I") ? 2 : 3;
    }
}
