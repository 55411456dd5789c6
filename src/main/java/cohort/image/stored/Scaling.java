package cohort.image.stored;

/** What takes a stored number to its value: {@code slope * stored + inter}. */
public record Scaling(double slope, double inter) {
    /** Values as they are stored. */
    public static final Scaling NONE = new Scaling(1, 0);

    /**
     * The scaling of a NIfTI header: none if the slope is 0 or not finite.
     *
     * @throws IllegalArgumentException if the slope counts but the intercept is not finite
     */
    public static Scaling ofNifti(double slope, double inter) {
        if (slope == 0 || !Double.isFinite(slope)) return NONE;
        if (!Double.isFinite(inter))
            throw new IllegalArgumentException("found scl_inter = " + inter + " beside scl_slope = " + slope
                    + ", expected a finite number; correct both in the header");
        return new Scaling(slope, inter);
    }

    /** Whether it leaves all as it is. */
    public boolean isNone() {
        return slope == 1 && inter == 0;
    }

    /** Scales part of an array in place, in double precision. */
    public void apply(double[] values, int from, int to) {
        if (slope != 1) for (int v = from; v < to; v++) values[v] *= slope;
        // Not with 0, which would turn -0 into 0.
        if (inter != 0) for (int v = from; v < to; v++) values[v] += inter;
    }
}
