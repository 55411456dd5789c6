package cohort.figure;

import cohort.InputException;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.paper.Figure;
import java.util.List;

/** One small glass brain for each subject, to look at the data before any statistics. */
public final class SubjectGrid {
    private SubjectGrid() {}

    /**
     * Draws the map of each subject in the same colours, with one colour bar.
     *
     * @param subjects the maps, titled by subject; each is asked for its map once, in order, so that a list may read
     *     its maps on demand
     * @param options how the figure is drawn; one colour bar serves all, and there are about as many rows as columns if
     *     none are asked for
     * @return the figure
     * @throws InputException if there is no subject, or the mask is on another grid than a map
     */
    public static Figure draw(List<Panel> subjects, GlassOptions options) {
        return GlassBrain.draw(subjects, options.withSharedBar(true));
    }
}
