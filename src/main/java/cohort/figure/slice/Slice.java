package cohort.figure.slice;

import cohort.figure.space.View;
import cohort.text.Numbers;
import java.util.Optional;

/**
 * One slice.
 *
 * @param view across which axis
 * @param mm where on it
 * @param point x, y, z of a crosshair
 */
public record Slice(View view, double mm, Optional<double[]> point) {

    /** E.g. {@code z = 55 mm}. */
    public String label() {
        return axis() + " = " + Numbers.text(mm) + " mm";
    }

    /** The letter of the axis that is cut. */
    char axis() {
        return "xyz".charAt(view.depth());
    }
}
