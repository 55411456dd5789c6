package cohort.figure.slice;

import cohort.InputException;
import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ColourScale;
import cohort.figure.glass.GlassOptions;
import cohort.figure.paper.Style;
import cohort.figure.space.View;
import cohort.image.Volume;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How slices are drawn.
 *
 * @param background what the map lies on, in grays from its 2nd to its 98th percentile where the map has values; on any
 *     grid; empty for the map's own voxels in one gray
 * @param colours of the values
 * @param views across which axes to cut, {@link View#X}, {@link View#Y} or {@link View#Z}; at least one
 * @param cuts where
 * @param columns slices in a row; 0 to choose
 * @param voxels whether voxels are drawn as the rectangles that they are; otherwise as {@link SmoothLayer} draws them
 * @param style how the figure looks whatever it shows
 */
public record SliceOptions(
        Optional<Volume> background,
        ColourScale colours,
        List<View> views,
        Cuts cuts,
        int columns,
        boolean voxels,
        Style style) {

    /** No background, no threshold, through the peak along x, y and z, everything else chosen. */
    public static final SliceOptions DEFAULT = new SliceOptions(
            Optional.empty(), ColourScale.DEFAULT, View.parse("ortho"), Cuts.PEAK, 0, false, Style.DEFAULT);

    /** @throws InputException if an option is out of its range or the cuts do not fit the views */
    public SliceOptions {
        GlassOptions.requireColumns(columns);
        views = List.copyOf(views);
        if (views.isEmpty() || views.contains(View.L) || views.contains(View.R))
            throw new InputException("views: found views of a glass brain, expected ortho or letters of x y z, each at"
                    + " most once, e.g. z.");
        if (cuts.mm().size() > 0 && views.size() > 1 && cuts.mm().size() != 3)
            throw new InputException("cuts: found " + cuts.mm().size() + " positions for " + views.size()
                    + " views, expected the x, y and z of a point; or give one view, e.g. views=z.");
    }

    public SliceOptions withBackground(Volume value) {
        return new SliceOptions(Optional.of(value), colours, views, cuts, columns, voxels, style);
    }

    public SliceOptions withThreshold(double value) {
        return withColours(colours.withThreshold(value));
    }

    public SliceOptions withVmin(double value) {
        return withColours(colours.withVmin(value));
    }

    public SliceOptions withVmax(double value) {
        return withColours(colours.withVmax(value));
    }

    public SliceOptions withLut(ColourMap value) {
        return withColours(colours.withLut(value));
    }

    public SliceOptions withBarLabel(String value) {
        return withColours(colours.withLabel(value));
    }

    private SliceOptions withColours(ColourScale value) {
        return new SliceOptions(background, value, views, cuts, columns, voxels, style);
    }

    /**
     * @param viewLetters as {@link View#parse} takes them
     * @param cutText as {@link Cuts#parse} takes it
     */
    public SliceOptions withCuts(String viewLetters, String cutText) {
        return new SliceOptions(
                background, colours, View.parse(viewLetters), Cuts.parse(cutText), columns, voxels, style);
    }

    /** One slice in each view through a point. */
    public SliceOptions through(double... mm) {
        Cuts point = new Cuts(0, false, Arrays.stream(mm).boxed().toList());
        return new SliceOptions(background, colours, View.parse("ortho"), point, columns, voxels, style);
    }

    public SliceOptions withColumns(int value) {
        return new SliceOptions(background, colours, views, cuts, value, voxels, style);
    }

    public SliceOptions withVoxels(boolean value) {
        return new SliceOptions(background, colours, views, cuts, columns, value, style);
    }

    public SliceOptions withStyle(Style value) {
        return new SliceOptions(background, colours, views, cuts, columns, voxels, value);
    }
}
