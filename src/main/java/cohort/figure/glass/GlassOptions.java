package cohort.figure.glass;

import cohort.InputException;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ColourRange;
import cohort.figure.colour.ValueRange;
import cohort.figure.paper.Style;
import cohort.figure.space.View;
import cohort.mask.Mask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How glass brains are drawn.
 *
 * @param threshold values v with |v| up to it are hidden; at least 0
 * @param vmin the value at which the colours begin, from 0 on without colours for negative values, which are then not shown;
 *     empty for 0, or -vmax where the map has negative values
 * @param vmax the value that gets the last colour (and, negative, the first one of a map with both signs); empty for the
 *     largest |v| of the map
 * @param abs whether |v| is shown instead of v
 * @param views from where to look, in the order in which they stand side by side; at least one
 * @param lut the colours; empty for {@link ColourMap#RDBU} where negative values are shown, else {@link ColourMap#INFERNO}
 * @param columns panels in a row; 0 to choose
 * @param mask the voxels to show, whose outline is the glass unless a brain is drawn; on the grid of the maps; empty for the voxels that are
 *     finite and not 0 in any of the maps
 * @param sharedBar whether one colour bar serves all panels, its range that of all maps together
 * @param barLabel what stands above a colour bar, e.g. {@code z}; empty for nothing
 * @param contours values v above 0: lines are drawn where the projection crosses v and -v; empty for none
 * @param outline whether the glass is the mask or a schematic brain
 * @param style how the figure looks whatever it shows
 */
public record GlassOptions(
        double threshold,
        OptionalDouble vmin,
        OptionalDouble vmax,
        boolean abs,
        List<View> views,
        Optional<ColourMap> lut,
        int columns,
        Optional<Mask> mask,
        boolean sharedBar,
        String barLabel,
        List<Double> contours,
        Outline outline,
        Style style) {

    /** No threshold, signed values, the views x, y and z, everything else chosen. */
    public static final GlassOptions DEFAULT = new GlassOptions(
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            View.parse("ortho"),
            Optional.empty(),
            0,
            Optional.empty(),
            false,
            "",
            List.of(),
            Outline.AUTO,
            Style.DEFAULT);

    /** @throws InputException if an option is out of its range */
    public GlassOptions {
        requireRange(threshold, vmax, columns);
        for (double level : contours)
            if (!(level > 0 && level <= Double.MAX_VALUE))
                throw new InputException("contours=" + level + " is no line around a blob; give numbers above 0.");
        contours = List.copyOf(contours);
        views = List.copyOf(views);
        if (views.isEmpty()) throw new InputException("views is empty; give at least one of x y z l r.");
    }

    /** What every picture of a map with colours must fulfil. */
    public static void requireRange(double threshold, OptionalDouble vmax, int columns) {
        if (!(threshold >= 0 && threshold <= Double.MAX_VALUE))
            throw new InputException("threshold=" + threshold + " cannot be shown; give a number of 0 or more.");
        if (vmax.isPresent() && !(vmax.getAsDouble() > threshold && vmax.getAsDouble() <= Double.MAX_VALUE))
            throw new InputException("vmax=" + vmax.getAsDouble() + " leaves no colours beyond threshold=" + threshold
                    + "; give a vmax above the threshold.");
        if (columns < 0)
            throw new InputException("columns=" + columns + " is negative; give 1 or more, or 0 to have it chosen.");
    }

    public GlassOptions withThreshold(double value) {
        return new GlassOptions(
                value, vmin, vmax, abs, views, lut, columns, mask, sharedBar, barLabel, contours, outline, style);
    }

    public GlassOptions withVmax(double value) {
        return new GlassOptions(
                threshold,
                vmin,
                OptionalDouble.of(value),
                abs,
                views,
                lut,
                columns,
                mask,
                sharedBar,
                barLabel,
                contours,
                outline,
                style);
    }

    public GlassOptions withVmin(double value) {
        return new GlassOptions(
                threshold,
                OptionalDouble.of(value),
                vmax,
                abs,
                views,
                lut,
                columns,
                mask,
                sharedBar,
                barLabel,
                contours,
                outline,
                style);
    }

    public GlassOptions withAbs(boolean value) {
        return new GlassOptions(
                threshold, vmin, vmax, value, views, lut, columns, mask, sharedBar, barLabel, contours, outline, style);
    }

    /** @param text as {@link View#parse} takes it */
    public GlassOptions withViews(String text) {
        return new GlassOptions(
                threshold,
                vmin,
                vmax,
                abs,
                View.parse(text),
                lut,
                columns,
                mask,
                sharedBar,
                barLabel,
                contours,
                outline,
                style);
    }

    public GlassOptions withLut(ColourMap value) {
        return new GlassOptions(
                threshold,
                vmin,
                vmax,
                abs,
                views,
                Optional.of(value),
                columns,
                mask,
                sharedBar,
                barLabel,
                contours,
                outline,
                style);
    }

    public GlassOptions withColumns(int value) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, value, mask, sharedBar, barLabel, contours, outline, style);
    }

    public GlassOptions withMask(Mask value) {
        return new GlassOptions(
                threshold,
                vmin,
                vmax,
                abs,
                views,
                lut,
                columns,
                Optional.of(value),
                sharedBar,
                barLabel,
                contours,
                outline,
                style);
    }

    public GlassOptions withSharedBar(boolean value) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, columns, mask, value, barLabel, contours, outline, style);
    }

    public GlassOptions withBarLabel(String value) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, columns, mask, sharedBar, value, contours, outline, style);
    }

    public GlassOptions withContours(List<Double> values) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, columns, mask, sharedBar, barLabel, values, outline, style);
    }

    public GlassOptions withOutline(Outline value) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, columns, mask, sharedBar, barLabel, contours, value, style);
    }

    public GlassOptions withStyle(Style value) {
        return new GlassOptions(
                threshold, vmin, vmax, abs, views, lut, columns, mask, sharedBar, barLabel, contours, outline, value);
    }

    /**
     * The colours of a map.
     *
     * @param values how far they reach
     */
    public ColourRange colours(ValueRange values) {
        ValueRange reach = lut.isPresent() || vmax.isPresent() ? values : values.ofColours();
        double least = reach.least(), most = reach.most();
        return ColourRange.of(abs ? 0 : least, Math.max(most, abs ? -least : most), threshold, vmin, vmax, lut);
    }
}
