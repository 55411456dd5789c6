package cohort.image.mgh;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.stored.DataType;
import cohort.image.stored.OtherKinds;
import cohort.image.stored.Scaling;
import cohort.image.stored.VoxelLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of MGH: 284 bytes, big-endian. As nibabel 5 reads it, products and sums in float32 where it has them so; but
 * without a valid orientation the voxels are of 1 mm around the origin and lie as FreeSurfer takes them, stored coronally
 * from right to left, from the top down and from back to front, where nibabel turns the second and third axis around.
 */
final class MghHeader {
    static final int SIZE = 284;

    private static final int VERSION = 1;
    private static final int DIRECTIONS = 42, CENTRE = 78, VOXEL_SIZES = 30;

    /** What represents the direction cosines, column by column, where the header has none. */
    private static final float[] CORONAL = {-1, 0, 0, 0, 0, -1, 0, 1, 0};

    private final ByteBuffer bytes;

    private MghHeader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    }

    /**
     * What a header says of the voxels.
     *
     * @param start the first {@value #SIZE} bytes of the file, or all if it has fewer
     * @throws IllegalArgumentException if it is no header or a field is wrong
     */
    static VoxelLayout read(byte[] start) {
        MghHeader header = new MghHeader(start);
        if (start.length < SIZE || header.bytes.getInt(0) != VERSION)
            throw new IllegalArgumentException("found no header of MGH, expected a file that begins with the number "
                    + VERSION + " and is longer than " + SIZE + " bytes; the file is damaged or of another kind");
        Grid grid = header.grid();
        return new VoxelLayout(
                grid, header.size(3), header.type(), ByteOrder.BIG_ENDIAN, SIZE, Scaling.NONE, HeaderNotes.NONE);
    }

    private Grid grid() {
        int nx = size(0), ny = size(1), nz = size(2);
        OtherKinds.refuseSurface(nx, ny, nz);
        double[] affine = affine();
        try {
            return new Grid(nx, ny, nz, affine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; the header is damaged", e);
        }
    }

    private int size(int axis) {
        int size = bytes.getInt(4 + 4 * axis);
        if (size < 1)
            throw new IllegalArgumentException("found a size of " + size + " along axis " + (axis + 1)
                    + ", expected 1 to " + Integer.MAX_VALUE + "; the header is damaged");
        return size;
    }

    private DataType type() {
        int type = bytes.getInt(20);
        return switch (type) {
            case 0 -> DataType.UINT8;
            case 1 -> DataType.INT32;
            case 3 -> DataType.FLOAT32;
            case 4 -> DataType.INT16;
            case 10 -> DataType.UINT16;
            default ->
                throw new IllegalArgumentException("found type " + type
                        + ", expected 0 (uchar), 1 (int), 3 (float), 4 (short) or 10 (ushort); convert the file to"
                        + " one of these");
        };
    }

    private double[] affine() {
        boolean oriented = bytes.getShort(28) > 0;
        double[] affine = new double[12];
        for (int r = 0; r < 3; r++) {
            double half = 0;
            for (int c = 0; c < 3; c++) {
                float column = oriented
                        ? bytes.getFloat(DIRECTIONS + 4 * (3 * c + r)) * bytes.getFloat(VOXEL_SIZES + 4 * c)
                        : CORONAL[3 * c + r];
                affine[4 * r + c] = column;
                half += (double) column * size(c);
            }
            affine[4 * r + 3] = (float) ((oriented ? bytes.getFloat(CENTRE + 4 * r) : 0) - half / 2);
        }
        return affine;
    }
}
