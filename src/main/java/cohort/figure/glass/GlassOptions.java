package cohort.figure.glass;

import cohort.InputException;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ColourRange;
import cohort.figure.colour.ColourScale;
import cohort.figure.colour.ValueRange;
import cohort.figure.paper.Style;
import cohort.figure.space.View;
import cohort.mask.Mask;
import java.util.List;
import java.util.Optional;

/**
 * How glass brains are drawn.
 *
 * @param colours of the values
 * @param abs whether |v| is shown instead of v
 * @param views from where to look, in the order in which they stand side by side; at least one
 * @param columns panels in a row; 0 to choose
 * @param mask the voxels to show, whose outline is the glass unless a brain is drawn; on the grid of the maps; empty for the voxels that are
 *     finite and not 0 in any of the maps
 * @param sharedBar whether one colour bar serves all panels, its range that of all maps together
 * @param contours values v above 0: lines are drawn where the projection crosses v and -v; empty for none
 * @param outline whether the glass is the mask or a schematic brain
 * @param style how the figure looks whatever it shows
 */
public record GlassOptions(
        ColourScale colours,
        boolean abs,
        List<View> views,
        int columns,
        Optional<Mask> mask,
        boolean sharedBar,
        List<Double> contours,
        Outline outline,
        Style style) {

    /** No threshold, signed values, the views x, y and z, everything else chosen. */
    public static final GlassOptions DEFAULT = new GlassOptions(
            ColourScale.DEFAULT,
            false,
            View.parse("ortho"),
            0,
            Optional.empty(),
            false,
            List.of(),
            Outline.AUTO,
            Style.DEFAULT);

    /** @throws InputException if an option is out of its range */
    public GlassOptions {
        requireColumns(columns);
        for (double level : contours)
            if (!(level > 0 && level <= Double.MAX_VALUE))
                throw new InputException("contours=" + level + " is not a level at which lines can be drawn;"
                        + " give numbers above 0.");
        contours = List.copyOf(contours);
        views = List.copyOf(views);
        if (views.isEmpty()) throw new InputException("views is empty; give at least one of x y z l r.");
    }

    /** @throws InputException if the number is below 0 */
    public static void requireColumns(int columns) {
        if (columns < 0)
            throw new InputException(
                    "columns=" + columns + " is negative; give 1 or more, or 0 to choose it automatically.");
    }

    public GlassOptions withThreshold(double value) {
        return withColours(colours.withThreshold(value));
    }

    public GlassOptions withVmin(double value) {
        return withColours(colours.withVmin(value));
    }

    public GlassOptions withVmax(double value) {
        return withColours(colours.withVmax(value));
    }

    public GlassOptions withLut(ColourMap value) {
        return withColours(colours.withLut(value));
    }

    public GlassOptions withBarLabel(String value) {
        return withColours(colours.withLabel(value));
    }

    private GlassOptions withColours(ColourScale value) {
        return new GlassOptions(value, abs, views, columns, mask, sharedBar, contours, outline, style);
    }

    public GlassOptions withAbs(boolean value) {
        return new GlassOptions(colours, value, views, columns, mask, sharedBar, contours, outline, style);
    }

    /** @param text as {@link View#parse} takes it */
    public GlassOptions withViews(String text) {
        return new GlassOptions(colours, abs, View.parse(text), columns, mask, sharedBar, contours, outline, style);
    }

    public GlassOptions withColumns(int value) {
        return new GlassOptions(colours, abs, views, value, mask, sharedBar, contours, outline, style);
    }

    public GlassOptions withMask(Mask value) {
        return new GlassOptions(colours, abs, views, columns, Optional.of(value), sharedBar, contours, outline, style);
    }

    public GlassOptions withSharedBar(boolean value) {
        return new GlassOptions(colours, abs, views, columns, mask, value, contours, outline, style);
    }

    public GlassOptions withContours(List<Double> value) {
        return new GlassOptions(colours, abs, views, columns, mask, sharedBar, value, outline, style);
    }

    public GlassOptions withOutline(Outline value) {
        return new GlassOptions(colours, abs, views, columns, mask, sharedBar, contours, value, style);
    }

    public GlassOptions withStyle(Style value) {
        return new GlassOptions(colours, abs, views, columns, mask, sharedBar, contours, outline, value);
    }

    /**
     * The colours of a map.
     *
     * @param values how far they reach
     */
    public ColourRange colours(ValueRange values) {
        return colours.range(values, abs);
    }
}
