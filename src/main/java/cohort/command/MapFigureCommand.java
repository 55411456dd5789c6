package cohort.command;

import cohort.InputException;
import cohort.figure.paper.Style;
import java.util.OptionalDouble;
import org.scijava.plugin.Parameter;

/** What figures of maps share: their range and how they are laid out. */
abstract class MapFigureCommand extends FigureCommand {

    @Parameter(
            label = "Threshold",
            description = "Values closer to 0 than this are hidden.",
            required = false,
            persist = false)
    private double threshold;

    @Parameter(
            label = "Largest value shown (vmax)",
            description = "The value at which the colours end; 0 to take it from the data.",
            required = false,
            persist = false)
    private double vmax;

    @Parameter(
            label = "Columns",
            description = "Panels per row; 0 to choose automatically.",
            required = false,
            persist = false)
    private int columns;

    final double threshold() {
        return threshold;
    }

    /** @throws InputException if it is negative or no number */
    final OptionalDouble vmax() {
        if (!(vmax >= 0))
            throw new InputException(
                    "vmax: found " + vmax + ", expected a number above 0, or 0 to take it from the data.");
        return vmax == 0 ? OptionalDouble.empty() : OptionalDouble.of(vmax);
    }

    final Style style() {
        return Style.DEFAULT.withWidth(page());
    }

    final int columns() {
        return columns;
    }
}
