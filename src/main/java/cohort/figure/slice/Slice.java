package cohort.figure.slice;

import cohort.figure.space.View;
import cohort.text.Words;
import java.util.Optional;

/**
 * One slice.
 *
 * @param view across which axis
 * @param mm where on it
 * @param step to which a position is rounded that is read, in mm: what the voxels support
 * @param point x, y, z of a crosshair
 */
public record Slice(View view, double mm, double step, Optional<double[]> point) {
    private static final int DIGITS = 6;

    /** E.g. {@code z = 55 mm}. */
    public String label() {
        return axis() + " = " + Words.digits(Math.rint(mm / step) * step, DIGITS) + " mm";
    }

    /** The letter of the axis that is cut. */
    char axis() {
        return "xyz".charAt(view.depth());
    }
}
