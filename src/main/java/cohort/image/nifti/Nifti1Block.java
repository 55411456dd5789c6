package cohort.image.nifti;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.stored.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Encodes the header of a NIfTI-1 file: little-endian, sform and qform in mm, times in seconds; volumes that are
 * no moments, such as subjects, are 1 of no unit apart.
 */
final class Nifti1Block {
    /** Bytes before the voxels: the header and a word that says that no extensions follow. */
    static final int SIZE = 352;

    /** Codes of the units of space and of time. */
    private static final byte MM = 2, SECONDS = 8;

    /** Code of sform and qform where nothing is known: aligned with something. */
    private static final int ALIGNED = 2;

    private final ByteBuffer h = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

    private Nifti1Block() {}

    /**
     * The bytes of the header. All of it follows from the affine as the sform holds it, so that what is read back and
     * written again gives the same bytes.
     */
    static byte[] of(Grid exact, int volumes, DataType type, HeaderNotes notes) {
        Grid grid = rounded(exact);
        Nifti1Block block = new Nifti1Block();
        block.h.putInt(0, Nifti1Fields.SIZE).put(38, (byte) 'r');
        block.putSizes(grid, volumes, type, notes);
        block.putNotes(notes);
        block.putSpace(grid, notes.space() == 0 ? ALIGNED : notes.space());
        block.h.put(344, new byte[] {'n', '+', '1', 0});
        return block.h.array();
    }

    private static Grid rounded(Grid grid) {
        double[] affine = grid.affine();
        for (int e = 0; e < affine.length; e++) affine[e] = (float) affine[e];
        return new Grid(grid.nx(), grid.ny(), grid.nz(), affine);
    }

    private void putSizes(Grid grid, int volumes, DataType type, HeaderNotes notes) {
        h.putShort(40, (short) (volumes > 1 ? 4 : 3));
        for (int n = 1; n <= 7; n++) {
            h.putShort(40 + 2 * n, (short) (n <= 3 ? grid.size(n - 1) : n == 4 ? volumes : 1));
            h.putFloat(76 + 4 * n, n <= 3 ? (float) grid.voxelSize(n - 1) : 1);
        }
        if (notes.timeStep() != 0) h.putFloat(76 + 4 * 4, (float) notes.timeStep());
        h.putShort(70, (short) type.code()).putShort(72, (short) (8 * type.bytes()));
        h.putFloat(108, SIZE).putFloat(112, 1).put(123, units(volumes, notes));
    }

    /** A second from volume to volume would make a series of volumes that are no moments. */
    private static byte units(int volumes, HeaderNotes notes) {
        boolean moments = volumes == 1 || notes.timeStep() != 0;
        return moments ? MM | SECONDS : MM;
    }

    private void putNotes(HeaderNotes notes) {
        h.putFloat(56, (float) notes.p1()).putFloat(60, (float) notes.p2()).putFloat(64, (float) notes.p3());
        h.putShort(68, (short) notes.intent());
        h.putFloat(124, (float) notes.displayMax()).putFloat(128, (float) notes.displayMin());
        h.putFloat(136, (float) notes.timeOffset());
        putText(148, 80, notes.description());
        putText(328, 16, notes.intentName());
    }

    /** Ended by a 0 byte. */
    private void putText(int at, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        h.put(at, bytes, 0, Math.min(bytes.length, length - 1));
    }

    private void putSpace(Grid grid, int code) {
        Qform qform = Qform.of(grid);
        h.putFloat(76, qform.qfac());
        h.putShort(252, (short) code).putShort(254, (short) code);
        h.putFloat(256, (float) qform.rotation().b());
        h.putFloat(260, (float) qform.rotation().c());
        h.putFloat(264, (float) qform.rotation().d());
        for (int r = 0; r < 3; r++) {
            h.putFloat(268 + 4 * r, (float) grid.affine(r, 3));
            for (int c = 0; c < 4; c++) h.putFloat(280 + 16 * r + 4 * c, (float) grid.affine(r, c));
        }
    }
}
