package cohort.figure.slice;

import cohort.figure.space.View;
import cohort.image.Grid;
import cohort.text.Words;
import java.util.Optional;

/**
 * One slice.
 *
 * @param view across which axis
 * @param mm where on it
 * @param spacing of the voxels across it, in mm
 * @param point x, y, z of a crosshair
 */
public record Slice(View view, double mm, double spacing, Optional<double[]> point) {
    /** E.g. {@code z = 55 mm}. */
    public String label() {
        return axis() + " = " + Words.mm(Grid.readable(mm, spacing)) + " mm";
    }

    /** The letter of the axis that is cut. */
    char axis() {
        return "xyz".charAt(view.depth());
    }
}
