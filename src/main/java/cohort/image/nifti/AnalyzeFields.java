package cohort.image.nifti;

import cohort.image.HeaderNotes;
import cohort.image.stored.Scaling;
import java.nio.ByteBuffer;

/**
 * The 348 bytes of an Analyze 7.5 header, with what SPM2 put into its unused fields: slope and intercept, and the voxel
 * of the origin. Unlike NIfTI, x runs from right to left. As nibabel 5 reads them.
 */
final class AnalyzeFields implements HeaderFields {
    private final ByteBuffer bytes;

    AnalyzeFields(ByteBuffer bytes) {
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
    public double offset() {
        return bytes.getFloat(108);
    }

    @Override
    public HeaderNotes notes() {
        return HeaderNotes.of(NiftiHeader.text(bytes, 148, 80));
    }

    @Override
    public Scaling scaling() {
        double slope = bytes.getFloat(112), inter = bytes.getFloat(116);
        if (slope != 0 && Double.isFinite(slope)) return new Scaling(slope, Double.isFinite(inter) ? inter : 0);
        float calMax = bytes.getFloat(124), calMin = bytes.getFloat(128);
        int max = bytes.getInt(140), min = bytes.getInt(144);
        double range = calMax - calMin;
        if (max == min || range == 0 || !Double.isFinite(range)) return Scaling.NONE;
        slope = range / ((double) max - min);
        return new Scaling(slope, calMin - slope * min);
    }

    @Override
    public double[] affine() {
        double[] zooms = Zooms.positive(bytes.getFloat(80), bytes.getFloat(84), bytes.getFloat(88));
        double[] affine = Zooms.centred(this, zooms);
        if (hasOrigin())
            // Counted from 1. The product is rounded to float32, as the fields are.
            for (int a = 0; a < 3; a++) affine[4 * a + 3] = (float) ((1 - origin(a)) * affine[5 * a]);
        return affine;
    }

    private boolean hasOrigin() {
        boolean set = false;
        for (int a = 0; a < 3; a++) {
            if (origin(a) <= -size(a) || origin(a) >= 2 * size(a)) return false;
            set |= origin(a) != 0;
        }
        return set;
    }

    private int origin(int axis) {
        return bytes.getShort(253 + 2 * axis);
    }
}
