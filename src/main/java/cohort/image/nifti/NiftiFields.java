package cohort.image.nifti;

import cohort.image.HeaderNotes;
import cohort.image.stored.Scaling;

/**
 * What NIfTI-1 and NIfTI-2 have in common: how the affine follows from sform, qform and pixdim (Cox et al. 2004). Where
 * the standard leaves room, choices are those of nibabel 5: unknown codes count as 0, a pixdim of 0 as 1, a negative one
 * as positive, a qfac other than -1 as 1, and without sform and qform the centre of the image is the origin and x is
 * flipped.
 */
abstract class NiftiFields implements HeaderFields {

    /** Field {@code pixdim[n]}, 0 to 7. */
    abstract double pixdim(int n);

    abstract int sformCode();

    abstract int qformCode();

    /** Entry of the sform: row 0 to 2, column 0 to 3. */
    abstract double srow(int row, int column);

    /** Entry 0 to 2 (b, c, d) of the quaternion. */
    abstract double quatern(int n);

    /** Offset of the qform along x, y or z. */
    abstract double qoffset(int axis);

    abstract int units();

    abstract double slope();

    abstract double inter();

    /** Text up to the first 0 byte. */
    abstract String description();

    abstract int intent();

    /** Parameter 1 to 3 of the intent. */
    abstract double intentP(int n);

    abstract String intentName();

    abstract double displayMin();

    abstract double displayMax();

    /** In the unit of time. */
    abstract double timeOffset();

    /** Below this the quaternion's a² is rounding error of the others. */
    abstract double quaternionThreshold();

    @Override
    public HeaderNotes notes() {
        return new HeaderNotes(
                description(),
                known(sformCode()) ? sformCode() : known(qformCode()) ? qformCode() : 0,
                intent(),
                intentP(1),
                intentP(2),
                intentP(3),
                intentName(),
                displayMin(),
                displayMax(),
                seconds(pixdim(4)),
                seconds(timeOffset()));
    }

    /** What has another unit than one of time is left out. */
    private double seconds(double time) {
        return switch (units() & 0x38) {
            case 8 -> time;
            case 16 -> time / 1e3;
            case 24 -> time / 1e6;
            default -> 0;
        };
    }

    @Override
    public Scaling scaling() {
        return Scaling.ofNifti(slope(), inter());
    }

    @Override
    public double[] affine() {
        double[] affine = known(sformCode()) ? sform() : known(qformCode()) ? qform() : Zooms.centred(this, zooms());
        switch (units() & 7) {
            case 1 -> { // metre
                for (int e = 0; e < 12; e++) affine[e] *= 1000;
            }
            case 3 -> { // micron
                for (int e = 0; e < 12; e++) affine[e] /= 1000;
            }
            default -> {} // mm, or not said
        }
        return affine;
    }

    private static boolean known(int code) {
        return code >= 1 && code <= 5;
    }

    private double[] zooms() {
        return Zooms.positive(pixdim(1), pixdim(2), pixdim(3));
    }

    private double[] sform() {
        double[] affine = new double[12];
        for (int e = 0; e < 12; e++) affine[e] = srow(e / 4, e % 4);
        return affine;
    }

    private double[] qform() {
        double[] rotation = Quaternion.ofVector(quatern(0), quatern(1), quatern(2), quaternionThreshold())
                .rotation();
        double[] zooms = zooms();
        if (pixdim(0) == -1) zooms[2] = -zooms[2];
        double[] affine = new double[12];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) affine[4 * r + c] = rotation[3 * r + c] * zooms[c];
            affine[4 * r + 3] = qoffset(r);
        }
        return affine;
    }
}
