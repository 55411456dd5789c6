package cohort.figure.slice;

import cohort.InputException;
import cohort.figure.colour.ColourMap;
import cohort.figure.glass.GlassOptions;
import cohort.figure.paper.Style;
import cohort.figure.space.View;
import cohort.image.Volume;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How slices are drawn.
 *
 * @param background what the map lies on, in grays from its 2nd to its 98th percentile where the map has values; on any
 *     grid; empty for the map's own voxels in one gray
 * @param threshold values v with |v| up to it are hidden; at least 0
 * @param vmin the value at which the colours begin, from 0 on without colours for negative values, which are then not shown;
 *     empty for 0, or -vmax where the map has negative values
 * @param vmax the value that gets the last colour; empty for the largest |v| of the map
 * @param views across which axes to cut, {@link View#X}, {@link View#Y} or {@link View#Z}; at least one
 * @param cuts where
 * @param columns slices in a row; 0 to choose
 * @param lut the colours; empty for {@link ColourMap#RDBU} where there are negative values, else {@link ColourMap#INFERNO}
 * @param barLabel what stands above the colour bar, e.g. {@code z}; empty for nothing
 * @param style how the figure looks whatever it shows
 */
public record SliceOptions(
        Optional<Volume> background,
        double threshold,
        OptionalDouble vmin,
        OptionalDouble vmax,
        List<View> views,
        Cuts cuts,
        int columns,
        Optional<ColourMap> lut,
        String barLabel,
        Style style) {

    /** No background, no threshold, through the peak along x, y and z, everything else chosen. */
    public static final SliceOptions DEFAULT = new SliceOptions(
            Optional.empty(),
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            View.parse("ortho"),
            Cuts.PEAK,
            0,
            Optional.empty(),
            "",
            Style.DEFAULT);

    /** @throws InputException if an option is out of its range or the cuts do not fit the views */
    public SliceOptions {
        GlassOptions.requireRange(threshold, vmax, columns);
        views = List.copyOf(views);
        if (views.isEmpty() || views.contains(View.L) || views.contains(View.R))
            throw new InputException("views: found views of a glass brain, expected ortho or letters of x y z, each at"
                    + " most once, e.g. z.");
        if (cuts.mm().size() > 0 && views.size() > 1 && cuts.mm().size() != 3)
            throw new InputException("cuts: found " + cuts.mm().size() + " positions for " + views.size()
                    + " views, expected the x, y and z of a point; or give one view, e.g. views=z.");
    }

    public SliceOptions withBackground(Volume value) {
        return new SliceOptions(Optional.of(value), threshold, vmin, vmax, views, cuts, columns, lut, barLabel, style);
    }

    public SliceOptions withThreshold(double value) {
        return new SliceOptions(background, value, vmin, vmax, views, cuts, columns, lut, barLabel, style);
    }

    public SliceOptions withVmax(double value) {
        return new SliceOptions(
                background, threshold, vmin, OptionalDouble.of(value), views, cuts, columns, lut, barLabel, style);
    }

    public SliceOptions withVmin(double value) {
        return new SliceOptions(
                background, threshold, OptionalDouble.of(value), vmax, views, cuts, columns, lut, barLabel, style);
    }

    /**
     * @param viewLetters as {@link View#parse} takes them
     * @param cutText as {@link Cuts#parse} takes it
     */
    public SliceOptions withCuts(String viewLetters, String cutText) {
        return new SliceOptions(
                background,
                threshold,
                vmin,
                vmax,
                View.parse(viewLetters),
                Cuts.parse(cutText),
                columns,
                lut,
                barLabel,
                style);
    }

    /** One slice in each view through a point. */
    public SliceOptions through(double... mm) {
        Cuts point = new Cuts(0, Arrays.stream(mm).boxed().toList());
        return new SliceOptions(
                background, threshold, vmin, vmax, View.parse("ortho"), point, columns, lut, barLabel, style);
    }

    public SliceOptions withColumns(int value) {
        return new SliceOptions(background, threshold, vmin, vmax, views, cuts, value, lut, barLabel, style);
    }

    public SliceOptions withLut(ColourMap value) {
        return new SliceOptions(
                background, threshold, vmin, vmax, views, cuts, columns, Optional.of(value), barLabel, style);
    }

    public SliceOptions withBarLabel(String value) {
        return new SliceOptions(background, threshold, vmin, vmax, views, cuts, columns, lut, value, style);
    }

    public SliceOptions withStyle(Style value) {
        return new SliceOptions(background, threshold, vmin, vmax, views, cuts, columns, lut, barLabel, value);
    }
}
