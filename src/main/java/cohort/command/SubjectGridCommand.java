package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.analysis.GivenMap;
import cohort.command.input.Choices;
import cohort.command.input.Colours;
import cohort.command.input.Described;
import cohort.figure.SubjectGrid;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourScale;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.paper.Figure;
import cohort.figure.space.View;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.mask.MissingPolicy;
import cohort.subjects.Maps;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import cohort.threshold.ShownLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws every subject's map, small, side by side. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Subject Grid...", weight = 62)},
        headless = true,
        description = "Draws every subject's map, small, side by side.")
public final class SubjectGridCommand extends MapFigureCommand {

    @Parameter(label = "Maps", style = "open", description = Described.MAPS, persist = false)
    private String maps = "";

    @Parameter(label = "Table", style = "open", description = Described.TABLE, required = false, persist = false)
    private String table = "";

    @Parameter(
            label = "Volumes",
            description = Described.VOLUMES,
            attrs = @Attr(name = Choices.OF, value = "AXES"),
            required = false,
            persist = false)
    private String volumes = "auto";

    @Parameter(label = "Channel", description = Described.CHANNEL, min = "0", required = false, persist = false)
    private int channel;

    @Parameter(label = "Leave out", description = Described.LEAVE_OUT, required = false, persist = false)
    private String leave_out = "";

    @Parameter(
            label = "Resample",
            description = Described.RESAMPLE,
            attrs = @Attr(name = Choices.OF, value = "INTERPOLATIONS"),
            required = false,
            persist = false)
    private String resample = "no";

    @Parameter(
            label = "Views",
            description = "x, y, z, l, r or a combination.",
            attrs = @Attr(name = Choices.OF, value = "BRAIN_VIEWS"),
            required = false,
            persist = false)
    private String views = "z";

    @Parameter(
            label = "Colours (LUT)",
            description = Described.LUT,
            attrs = @Attr(name = Choices.OF, value = "COLOURS"),
            required = false,
            persist = false)
    private String lut = "auto";

    @Parameter(
            label = "Mask",
            style = "open",
            description =
                    "An image whose outline is drawn as the glass; auto takes the voxels that are not 0 in some map.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Override
    Figure draw(Progress progress) {
        Maps read = GivenCohort.find(viewer(), request(), resample, MissingPolicy.ZERO)
                .read(progress);
        List<Panel> panels = IntStream.range(0, read.subjects())
                .mapToObj(s -> new Panel(read.ids().get(s), read.volume(s)))
                .toList();
        return SubjectGrid.draw(
                panels,
                new GlassOptions(
                        new ColourScale(number(), vmin(), vmax(), Colours.of(lut, viewer()), label(List.of())),
                        false,
                        View.parse(views),
                        columns(),
                        outline(),
                        true,
                        List.of(),
                        Outline.AUTO,
                        style()));
    }

    /** The files of many subjects are not asked what they hold. */
    private double number() {
        ShownLevel level = threshold();
        if (level.isRate())
            throw new InputException("threshold: found " + level.text()
                    + ", expected a number such as 3, which is the same for the maps of all subjects.");
        return level.number();
    }

    private Optional<Mask> outline() {
        if (mask.equals("auto")) return Optional.empty();
        Volume image = GivenMap.find(viewer(), "mask", mask).volume();
        return Optional.of(Mask.of(image.grid(), image.voxels()));
    }

    private MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }
}
