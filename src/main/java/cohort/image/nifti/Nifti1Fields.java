package cohort.image.nifti;

import java.nio.ByteBuffer;

/** The 348 bytes of a NIfTI-1 header, in the buffer's byte order. */
final class Nifti1Fields extends NiftiFields {
    static final int SIZE = 348;

    private final ByteBuffer bytes;

    Nifti1Fields(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public long dim(int n) {
        return bytes.getShort(40 + 2 * n);
    }

    @Override
    public int dataType() {
        return bytes.getShort(70);
    }

    @Override
    double pixdim(int n) {
        return bytes.getFloat(76 + 4 * n);
    }

    @Override
    public double offset() {
        return bytes.getFloat(108);
    }

    @Override
    double slope() {
        return bytes.getFloat(112);
    }

    @Override
    double inter() {
        return bytes.getFloat(116);
    }

    @Override
    int units() {
        return bytes.get(123);
    }

    @Override
    String description() {
        return NiftiHeader.text(bytes, 148, 80);
    }

    @Override
    int intent() {
        return bytes.getShort(68);
    }

    @Override
    double intentP(int n) {
        return bytes.getFloat(52 + 4 * n);
    }

    @Override
    String intentName() {
        return NiftiHeader.text(bytes, 328, 16);
    }

    @Override
    double displayMin() {
        return bytes.getFloat(128);
    }

    @Override
    double displayMax() {
        return bytes.getFloat(124);
    }

    @Override
    double timeOffset() {
        return bytes.getFloat(136);
    }

    @Override
    int qformCode() {
        return bytes.getShort(252);
    }

    @Override
    int sformCode() {
        return bytes.getShort(254);
    }

    @Override
    double quatern(int n) {
        return bytes.getFloat(256 + 4 * n);
    }

    @Override
    double qoffset(int axis) {
        return bytes.getFloat(268 + 4 * axis);
    }

    @Override
    double srow(int row, int column) {
        return bytes.getFloat(280 + 16 * row + 4 * column);
    }

    @Override
    double quaternionThreshold() {
        return 3 * Math.ulp(1f);
    }
}
