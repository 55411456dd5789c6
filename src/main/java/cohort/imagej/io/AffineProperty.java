package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.screen.KeptGrid;
import ij.ImagePlus;
import java.util.Optional;

/** The grid of an image, kept in a property that ImageJ's TIFF files preserve; see {@link KeptGrid}. */
public final class AffineProperty {
    private AffineProperty() {}

    public static void set(ImagePlus image, Grid grid) {
        image.setProp(KeptGrid.KEY, KeptGrid.text(grid));
    }

    /**
     * The grid, if the image has one that still holds.
     *
     * @throws InputException if the image was cut and its origin was not moved
     */
    static Optional<Grid> grid(ImagePlus image) {
        String text = image.getProp(KeptGrid.KEY);
        if (text == null) return Optional.empty();
        try {
            Optional<Grid> grid = KeptGrid.grid(text, CalibratedGrid.space(image, 1));
            return grid.filter(kept -> image.getCalibration().getUnit().equals("mm"));
        } catch (IllegalArgumentException e) {
            throw new InputException("The image \"" + image.getTitle() + "\" " + e.getMessage() + ".", e);
        }
    }
}
