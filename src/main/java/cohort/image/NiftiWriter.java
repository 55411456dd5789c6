package cohort.image;

import cohort.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;

/** Writes NIfTI-1 in one file: float32, little-endian, sform and qform in mm. */
final class NiftiWriter {
    private static final int OFFSET = 352, CHUNK = 1 << 16, SIZE_MAX = Short.MAX_VALUE;

    /** Space and time in mm and seconds. */
    private static final byte UNITS = 2 | 8;

    /** Code of sform and qform: aligned with something, which is all that is known. */
    private static final short ALIGNED = 2;

    private NiftiWriter() {}

    static void write(Volume volume, Path path, String description) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(".nii.gz");
        if (!gzip && !name.endsWith(".nii"))
            throw new InputException(
                    path + ": found a name that ends otherwise, expected .nii.gz or .nii; change the name.");
        for (int axis = 0; axis < 3; axis++)
            if (volume.grid().size(axis) > SIZE_MAX)
                throw new InputException(path + ": found " + volume.grid().size(axis)
                        + " voxels along an axis, expected at" + " most " + SIZE_MAX + " (NIfTI-1); crop the image.");
        AtomicFile.write(path, out -> {
            if (!gzip) write(volume, out, description);
            else {
                GZIPOutputStream zip = new FastGzip(out);
                write(volume, zip, description);
                zip.finish();
            }
        });
    }

    private static void write(Volume volume, OutputStream out, String description) throws IOException {
        out.write(header(volume.grid(), description));
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        Cursor<? extends RealType<?>> cursor =
                volume.voxels().view().flatIterable().cursor();
        while (cursor.hasNext()) {
            chunk.putFloat(cursor.next().getRealFloat());
            if (!chunk.hasRemaining() || !cursor.hasNext()) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
        }
    }

    private static byte[] header(Grid grid, String description) {
        ByteBuffer h = ByteBuffer.allocate(OFFSET).order(ByteOrder.LITTLE_ENDIAN);
        Qform qform = Qform.of(grid);
        h.putInt(0, Nifti1Fields.SIZE).put(38, (byte) 'r');
        h.putShort(40, (short) 3);
        h.putFloat(76, qform.qfac());
        for (int n = 1; n <= 7; n++) {
            h.putShort(40 + 2 * n, (short) (n <= 3 ? grid.size(n - 1) : 1));
            h.putFloat(76 + 4 * n, n <= 3 ? (float) grid.voxelSize(n - 1) : 1);
        }
        h.putShort(70, (short) 16).putShort(72, (short) 32); // float32
        h.putFloat(108, OFFSET).putFloat(112, 1).put(123, UNITS);
        byte[] text = description.getBytes(StandardCharsets.US_ASCII);
        h.put(148, text, 0, Math.min(text.length, 79));
        h.putShort(252, ALIGNED).putShort(254, ALIGNED);
        h.putFloat(256, (float) qform.rotation().b());
        h.putFloat(260, (float) qform.rotation().c());
        h.putFloat(264, (float) qform.rotation().d());
        for (int r = 0; r < 3; r++) {
            h.putFloat(268 + 4 * r, (float) grid.affine(r, 3));
            for (int c = 0; c < 4; c++) h.putFloat(280 + 16 * r + 4 * c, (float) grid.affine(r, c));
        }
        h.put(344, new byte[] {'n', '+', '1', 0});
        return h.array();
    }

    /** Gzip without a time stamp, so that the bytes are the same from run to run. */
    private static final class FastGzip extends GZIPOutputStream {
        private static final int LEVEL = 1;

        FastGzip(OutputStream out) throws IOException {
            super(out, CHUNK);
            def.setLevel(LEVEL);
        }
    }
}
