package cohort.image.nifti;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.stored.DataType;
import cohort.image.stored.OtherKinds;
import cohort.image.stored.StoredBytes;
import cohort.image.stored.VoxelLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A checked header of NIfTI or Analyze.
 *
 * @param analyze whether it is of Analyze, which may leave the orientation to another file
 * @param layout what it says of the voxels
 */
record NiftiHeader(boolean analyze, VoxelLayout layout) {
    /** NIfTI's intents of matrices, vectors, points, triangles, quaternions and colours. */
    private static final Set<Integer> SEVERAL_VALUES = Set.of(1004, 1005, 1006, 1007, 1008, 1009, 1010, 2003, 2004);

    /**
     * Reads and checks a header.
     *
     * @param file the file that begins with it
     * @param single whether the voxels follow in the same file
     * @throws InputException if a field is wrong
     */
    static NiftiHeader read(StoredBytes file, boolean single) throws IOException {
        byte[] start;
        try (InputStream in = file.open(0)) {
            start = in.readNBytes(Nifti2Fields.SIZE);
        }
        try {
            return of(start, single);
        } catch (IllegalArgumentException e) {
            throw new InputException(file.path() + ": " + e.getMessage() + ".", e);
        }
    }

    private static NiftiHeader of(byte[] start, boolean single) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        int size = size(bytes);
        HeaderFields fields = fields(bytes, size, single);
        OtherKinds.refuseCifti(fields.notes().intent());
        DataType type = DataType.ofCode(fields.dataType());
        int volumes = volumes(fields);
        VoxelLayout layout = new VoxelLayout(
                grid(fields),
                volumes,
                type,
                bytes.order(),
                offset(fields, single ? size : 0),
                fields.scaling(),
                fields.notes());
        return new NiftiHeader(fields instanceof AnalyzeFields, layout);
    }

    /** The size of the header by its first field, which also tells the byte order. */
    private static int size(ByteBuffer bytes) {
        if (bytes.capacity() >= 4)
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                int size = bytes.order(order).getInt(0);
                if ((size == Nifti1Fields.SIZE || size == Nifti2Fields.SIZE) && bytes.capacity() >= size) return size;
            }
        throw new IllegalArgumentException(
                "found no header of NIfTI or Analyze, expected a file that begins with its size"
                        + " (348 or 540) and is at least as long; the file is damaged or of another kind");
    }

    private static HeaderFields fields(ByteBuffer bytes, int size, boolean single) {
        boolean two = size == Nifti2Fields.SIZE;
        String magic = new String(bytes.array(), two ? 4 : 344, 4, StandardCharsets.ISO_8859_1);
        if (two && (magic.equals("n+2\0") || magic.equals("ni2\0"))) {
            int endOfLine = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(8);
            if (endOfLine != 0 && endOfLine != 0x0d0a1a0a)
                throw new IllegalArgumentException(
                        "found changed line ends in the header, expected the bytes 0D 0A 1A 0A;"
                                + " the file was damaged by a transfer in text mode; copy it again in binary mode");
            return new Nifti2Fields(bytes);
        }
        if (!two && (magic.equals("n+1\0") || magic.equals("ni1\0"))) return new Nifti1Fields(bytes);
        if (two || single)
            throw new IllegalArgumentException("found no signature of NIfTI in the header, expected "
                    + (two ? "n+2 or ni2" : "n+1 or ni1") + "; the file is damaged or of another kind");
        return new AnalyzeFields(bytes);
    }

    private static Grid grid(HeaderFields fields) {
        int nx = axis(fields, 0), ny = axis(fields, 1), nz = axis(fields, 2);
        OtherKinds.refuseSurface(nx, ny, nz);
        double[] affine = fields.affine();
        try {
            return new Grid(nx, ny, nz, affine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; the header is damaged", e);
        }
    }

    private static int volumes(HeaderFields fields) {
        long axes = fields.dim(0);
        if (axes < 1 || axes > 7)
            throw new IllegalArgumentException("found " + axes + " axes, expected 1 to 7; the header is damaged");
        int longer = 3;
        for (int n = 3; n < axes; n++) {
            if (fields.dim(n + 1) == 1) continue;
            if (longer > 3 || n > 3 && axis(fields, 3) > 1)
                throw new IllegalArgumentException("found sizes of " + fields.dim(longer + 1) + " and "
                        + fields.dim(n + 1) + " along axes " + (longer + 1) + " and " + (n + 1)
                        + ", expected volumes along one axis only; split the file");
            longer = n;
        }
        if (longer > 3 && SEVERAL_VALUES.contains(fields.notes().intent()))
            throw new IllegalArgumentException("found " + fields.dim(longer + 1)
                    + " values per voxel, such as a vector's (intent "
                    + fields.notes().intent()
                    + "), expected one; split the file");
        return axis(fields, longer);
    }

    private static int axis(HeaderFields fields, int axis) {
        long size = fields.size(axis);
        if (size < 1 || size > Integer.MAX_VALUE)
            throw new IllegalArgumentException("found a size of " + size + " along axis " + (axis + 1)
                    + ", expected 1 to " + Integer.MAX_VALUE + "; the header is damaged");
        return (int) size;
    }

    private static long offset(HeaderFields fields, int least) {
        double offset = fields.offset();
        if (!(offset >= least) || offset > Long.MAX_VALUE / 2 || offset != Math.rint(offset))
            throw new IllegalArgumentException("found voxels at byte " + offset
                    + " (vox_offset), expected a whole number of at least " + least + "; the header is damaged");
        return (long) offset;
    }

    /** Text of at most {@code length} bytes that ends at the first 0, without line breaks and other controls. */
    static String text(ByteBuffer bytes, int at, int length) {
        String text = new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }
}
