package cohort.image.tiff;

import cohort.image.stored.DataType;

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
        if (bits > 64 || format < 1 || format > 3) throw unknown(bits, format);
        DataType type =
                switch ((int) (100 * format + bits)) {
                    case 108 -> DataType.UINT8;
                    case 116 -> DataType.UINT16;
                    case 132 -> DataType.UINT32;
                    case 164 -> DataType.UINT64;
                    case 208 -> DataType.INT8;
                    case 216 -> DataType.INT16;
                    case 232 -> DataType.INT32;
                    case 264 -> DataType.INT64;
                    case 316, 332 -> DataType.FLOAT32;
                    case 364 -> DataType.FLOAT64;
                    default -> throw unknown(bits, format);
                };
        return new SampleType((int) bits, type);
    }

    private static IllegalArgumentException unknown(long bits, long format) {
        return new IllegalArgumentException("found samples of " + Long.toUnsignedString(bits) + " bits of "
                + (format == 1 || format == 2
                        ? "integers"
                        : format == 3 ? "floats" : "SampleFormat " + Long.toUnsignedString(format))
                + ", expected integers of 8, 16, 32 or 64 bits or floats of 16, 32 or 64; open the file in"
                + " Fiji, choose Image>Type>32-bit and save it as TIFF");
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
