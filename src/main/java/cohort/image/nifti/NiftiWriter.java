package cohort.image.nifti;

import cohort.InputException;
import cohort.files.AtomicFile;
import cohort.files.IOConsumer;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.stored.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes NIfTI-1 in one file. */
public final class NiftiWriter {
    private static final int CHUNK = 1 << 16, SIZE_MAX = Short.MAX_VALUE;

    private NiftiWriter() {}

    /**
     * @param volumes at least one, all of the grid of the first
     * @param type FLOAT32 or FLOAT64, or INT16 or INT32 for whole numbers within its range
     */
    public static void write(List<Volume> volumes, Path path, DataType type, HeaderNotes notes) {
        AtomicFile.write(path, content(volumes, path, type, notes));
    }

    /** What writes the bytes of a file of that name. */
    public static IOConsumer<OutputStream> content(List<Volume> volumes, Path path, DataType type, HeaderNotes notes) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(".nii.gz");
        if (!gzip && !name.endsWith(".nii"))
            throw new InputException(path + ": found a name that does not end in .nii.gz or .nii; change the name.");
        Grid grid = volumes.get(0).grid();
        for (int axis = 0; axis < 3; axis++)
            if (grid.size(axis) > SIZE_MAX)
                throw new InputException(path + ": found " + grid.size(axis) + " voxels along an axis, expected at"
                        + " most " + SIZE_MAX + " (NIfTI-1); crop the image.");
        if (volumes.size() > SIZE_MAX)
            throw new InputException(path + ": found " + volumes.size() + " volumes, expected at most " + SIZE_MAX
                    + " (NIfTI-1); split the image.");
        byte[] header = Nifti1Block.of(grid, volumes.size(), type, notes);
        return out -> {
            if (!gzip) write(header, volumes, type, out);
            else {
                GZIPOutputStream zip = new FastGzip(out);
                write(header, volumes, type, zip);
                zip.finish();
            }
        };
    }

    private static void write(byte[] header, List<Volume> volumes, DataType type, OutputStream out) throws IOException {
        out.write(header);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[CHUNK / type.bytes()];
        for (Volume volume : volumes) {
            int voxels = volume.grid().voxels();
            for (int first = 0; first < voxels; first += values.length) {
                int n = Math.min(values.length, voxels - first);
                volume.copy(first, n, values);
                for (int v = 0; v < n; v++) put(values[v], type, chunk);
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
        }
    }

    private static void put(double value, DataType type, ByteBuffer chunk) {
        switch (type) {
            case INT16 -> chunk.putShort((short) value);
            case INT32 -> chunk.putInt((int) value);
            case FLOAT32 -> chunk.putFloat((float) value);
            case FLOAT64 -> chunk.putDouble(value);
            default -> throw new IllegalArgumentException(type + " is not written");
        }
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
