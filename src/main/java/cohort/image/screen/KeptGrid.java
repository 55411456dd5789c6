package cohort.image.screen;

import cohort.image.Grid;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The grid of an image as a text beside its pixels, which ImageJ keeps in its TIFF files: sizes and affine, 15 numbers.
 * Image&gt;Crop changes an image's calibration only, so the text counts as long as the calibration agrees with it. Other
 * ways to cut or scale an image leave its origin behind; such an image has lost its place.
 */
public final class KeptGrid {
    /** The name of the property. */
    public static final String KEY = "cohort-grid";

    private KeptGrid() {}

    /** The text. */
    public static String text(Grid grid) {
        return IntStream.range(0, 3).mapToObj(a -> "" + grid.size(a)).collect(Collectors.joining(" ")) + " "
                + Arrays.stream(grid.affine()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /**
     * The grid, if the text still holds.
     *
     * @param text what {@link #text} gave, or anything else
     * @param is what the image's calibration says
     * @throws IllegalArgumentException if the image was cut and its origin was not moved; the message follows on the name
     *     of the image
     */
    public static Optional<Grid> grid(String text, PixelSpace is) {
        Optional<Grid> grid = parse(text);
        if (grid.isEmpty()) return grid;
        PixelSpace was = new ScreenAxes(grid.get()).space();
        if (is.isCutFrom(was))
            throw new IllegalArgumentException("of " + is.width() + " x " + is.height() + " x " + is.depth()
                    + " voxels was cut out of a map of " + was.width() + " x " + was.height() + " x " + was.depth()
                    + " and ImageJ did not keep where; give the whole map");
        return grid.filter(g -> is.agreesWith(was));
    }

    private static Optional<Grid> parse(String text) {
        try {
            double[] n = Arrays.stream(text.trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return n.length == 15
                    ? Optional.of(new Grid((int) n[0], (int) n[1], (int) n[2], Arrays.copyOfRange(n, 3, 15)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // anyone can write into a property; the calibration is left then
            return Optional.empty();
        }
    }
}
