package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.analysis.record.MapOrigin;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.command.input.MapReading;
import cohort.figure.paper.BarRule;
import cohort.figure.paper.Paper;
import cohort.figure.paper.Style;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.ShownLevel;
import java.util.List;
import java.util.OptionalDouble;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** What figures of maps share: their range and how they are laid out. */
abstract class MapFigureCommand extends FigureCommand {

    @Parameter(label = "Threshold", description = Described.SHOWN_LEVEL, required = false, persist = false)
    private String threshold = "0";

    @Parameter(
            label = "Largest value shown (vmax)",
            description = "The value at which the colours end; 0 to take it from the data.",
            required = false,
            persist = false)
    private double vmax;

    @Parameter(
            label = "Smallest value shown (vmin)",
            description =
                    "The value at which the colours begin; from 0 on, values below 0 are hidden; auto for 0, or for -vmax if the map has values below 0.",
            required = false,
            persist = false)
    private String vmin = "auto";

    @Parameter(
            label = "Columns",
            description = "Panels per row; 0 to choose automatically.",
            required = false,
            persist = false)
    private int columns;

    @Parameter(
            label = "Colour bar",
            description =
                    "Whether there is a colour bar; auto leaves it out for a mask, whose values are all the same.",
            attrs = @Attr(name = Choices.OF, value = "BARS"),
            required = false,
            persist = false)
    private String bar = "auto";

    @Parameter(
            label = "Label of the colour bar",
            description = "Label above the colour bar; auto for what the values are, if that is known.",
            required = false,
            persist = false)
    private String label = "auto";

    @Parameter(
            label = "Paper",
            description = "What the figure is drawn on: white, or black for slides.",
            attrs = @Attr(name = Choices.OF, value = "PAPERS"),
            required = false,
            persist = false)
    private String paper = "white";

    /** @throws InputException if it is neither a number nor an error rate */
    final ShownLevel threshold() {
        return ShownLevel.parse(threshold);
    }

    /** @throws InputException if it is negative or no number */
    final OptionalDouble vmax() {
        if (!(vmax >= 0))
            throw new InputException(
                    "vmax: found " + vmax + ", expected a number above 0, or 0 to take it from the data.");
        return vmax == 0 ? OptionalDouble.empty() : OptionalDouble.of(vmax);
    }

    /** @throws InputException if it is no number */
    final OptionalDouble vmin() {
        if (vmin.isBlank() || vmin.strip().equals("auto")) return OptionalDouble.empty();
        if (!Table.isNumber(vmin))
            throw new InputException("vmin: found " + vmin + ", expected a number such as 0 or 2.3, or auto.");
        return OptionalDouble.of(Double.parseDouble(vmin.strip()));
    }

    final int columns() {
        return columns;
    }

    /** What stands above the colour bar of maps: what the user wrote, or what the values of all of them are. */
    final String label(List<GivenMap> maps) {
        if (!label.strip().equals("auto")) return label.strip();
        List<String> known = maps.stream()
                .map(map -> map.origin().statistic().symbol(map.volume().values()))
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : "";
    }

    /** The threshold of a map; values v with |v| up to it are hidden. */
    final double level(GivenMap map, Progress log) {
        ShownLevel asked = threshold();
        if (!asked.isRate()) return asked.number();
        MapOrigin origin = map.origin();
        Tail tail = MapReading.of("auto", "auto").tail(origin);
        ShownLevel.Found found = asked.in(map.title(), map.volume(), map.tested(), origin.statistic(), tail);
        log.say(found.sentence());
        return found.value();
    }

    @Override
    final Style style() {
        return super.style()
                .withPaper(Choices.value("paper", paper, Paper.values()))
                .withBar(Choices.value("bar", bar, BarRule.values()));
    }
}
