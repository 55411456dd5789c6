package cohort.report.viewer;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.Deflater;

/** Bytes as text that a browser unpacks: zlib, then Base64. */
final class Packing {
    private static final int BUFFER = 1 << 16;

    private Packing() {}

    static String pack(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** A bit for each flag, the first one in the lowest bit of the first byte. */
    static byte[] bits(boolean[] flags) {
        byte[] bits = new byte[(flags.length + 7) / 8];
        for (int f = 0; f < flags.length; f++) if (flags[f]) bits[f / 8] |= (byte) (1 << f % 8);
        return bits;
    }

    /** Each byte less the one before it: what changes little from voxel to voxel packs well. */
    static byte[] differences(byte[] bytes) {
        byte[] differences = bytes.clone();
        for (int b = bytes.length - 1; b > 0; b--) differences[b] -= bytes[b - 1];
        return differences;
    }
}
