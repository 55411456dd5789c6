package cohort.image.stored;

import java.nio.ByteBuffer;
import java.util.Map;

/** The datatypes of NIfTI and Analyze that hold one real number per voxel. */
public enum DataType {
    UINT8(2, 1),
    INT16(4, 2),
    INT32(8, 4),
    FLOAT32(16, 4),
    FLOAT64(64, 8),
    INT8(256, 1),
    UINT16(512, 2),
    UINT32(768, 4),
    INT64(1024, 8),
    UINT64(1280, 8);

    private static final Map<Integer, String> OTHERS = Map.of(
            1,
            "binary",
            32,
            "complex64",
            128,
            "RGB",
            1536,
            "float128",
            1792,
            "complex128",
            2048,
            "complex256",
            2304,
            "RGBA");

    private final int code;

    private final int bytes;

    DataType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if the code is none of these */
    public static DataType ofCode(int code) {
        for (DataType type : values()) if (type.code == code) return type;
        throw new IllegalArgumentException("found datatype " + code + " (" + OTHERS.getOrDefault(code, "unknown")
                + "), expected integers of up to 64 bits, float32 or float64; convert the file to one of these");
    }

    /** Bytes of a voxel. */
    public int bytes() {
        return bytes;
    }

    /** The number by which headers call it. */
    public int code() {
        return code;
    }

    /** Whether float32 holds every value. */
    public boolean fitsFloat() {
        return bytes < 4 || this == FLOAT32;
    }

    /** Decodes the first {@code n} voxels of a buffer, in its byte order; only for types that {@link #fitsFloat}. */
    public void decode(ByteBuffer from, float[] to, int at, int n) {
        switch (this) {
            case FLOAT32 -> from.asFloatBuffer().get(to, at, n);
            case UINT8 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.get(v) & 0xff;
            }
            case INT8 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.get(v);
            }
            case UINT16 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getChar(2 * v);
            }
            case INT16 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getShort(2 * v);
            }
            default -> throw new IllegalStateException(this + " does not fit float32");
        }
    }

    /** Decodes the first {@code n} voxels of a buffer, in its byte order; 64-bit integers are rounded to nearest. */
    public void decode(ByteBuffer from, double[] to, int at, int n) {
        switch (this) {
            case FLOAT64 -> from.asDoubleBuffer().get(to, at, n);
            case FLOAT32 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getFloat(4 * v);
            }
            case UINT8 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.get(v) & 0xff;
            }
            case INT8 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.get(v);
            }
            case UINT16 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getChar(2 * v);
            }
            case INT16 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getShort(2 * v);
            }
            case UINT32 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getInt(4 * v) & 0xffffffffL;
            }
            case INT32 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getInt(4 * v);
            }
            case INT64 -> {
                for (int v = 0; v < n; v++) to[at + v] = from.getLong(8 * v);
            }
            case UINT64 -> {
                for (int v = 0; v < n; v++) to[at + v] = unsigned(from.getLong(8 * v));
            }
        }
    }

    /** Halved with its lowest bit kept sticky, so that the conversion still rounds to nearest. */
    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * (value >>> 1 | value & 1);
    }
}
