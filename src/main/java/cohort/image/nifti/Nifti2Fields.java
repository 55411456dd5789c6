package cohort.image.nifti;

import java.nio.ByteBuffer;

/** The 540 bytes of a NIfTI-2 header, in the buffer's byte order. */
final class Nifti2Fields extends NiftiFields {
    static final int SIZE = 540;

    private final ByteBuffer bytes;

    Nifti2Fields(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int dataType() {
        return bytes.getShort(12);
    }

    @Override
    public long dim(int n) {
        return bytes.getLong(16 + 8 * n);
    }

    @Override
    double pixdim(int n) {
        return bytes.getDouble(104 + 8 * n);
    }

    @Override
    public double offset() {
        return bytes.getLong(168);
    }

    @Override
    double slope() {
        return bytes.getDouble(176);
    }

    @Override
    double inter() {
        return bytes.getDouble(184);
    }

    @Override
    String description() {
        return NiftiHeader.text(bytes, 240, 80);
    }

    @Override
    int intent() {
        return bytes.getInt(504);
    }

    @Override
    double intentP(int n) {
        return bytes.getDouble(72 + 8 * n);
    }

    @Override
    String intentName() {
        return NiftiHeader.text(bytes, 508, 16);
    }

    @Override
    double displayMin() {
        return bytes.getDouble(200);
    }

    @Override
    double displayMax() {
        return bytes.getDouble(192);
    }

    @Override
    double timeOffset() {
        return bytes.getDouble(216);
    }

    @Override
    int qformCode() {
        return bytes.getInt(344);
    }

    @Override
    int sformCode() {
        return bytes.getInt(348);
    }

    @Override
    double quatern(int n) {
        return bytes.getDouble(352 + 8 * n);
    }

    @Override
    double qoffset(int axis) {
        return bytes.getDouble(376 + 8 * axis);
    }

    @Override
    double srow(int row, int column) {
        return bytes.getDouble(400 + 32 * row + 8 * column);
    }

    @Override
    int units() {
        return bytes.getInt(500);
    }

    @Override
    double quaternionThreshold() {
        return 3 * Math.ulp(1.0);
    }
}
