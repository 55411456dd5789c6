package cohort.command;

import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.image.ReadingOptions;
import cohort.mask.GroupMask;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.subjects.Maps;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws all data of a group at once, with the subjects that are unlike the others marked. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Carpet...", weight = 65)},
        headless = true,
        description = "Draws all data of a group at once and marks subjects that differ from the others.")
public final class CarpetCommand extends FigureCommand {

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
            label = "Mask",
            style = "open",
            description = Described.MASK,
            attrs = @Attr(name = Choices.OF, value = "MASK_RULES"),
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Missing values",
            description = Described.MISSING,
            attrs = @Attr(name = Choices.OF, value = "MISSING"),
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(label = "Smoothing FWHM (mm)", description = Described.FWHM, required = false, persist = false)
    private double fwhm;

    @Parameter(
            label = "Memory",
            description = Described.MEMORY,
            attrs = @Attr(name = Choices.OF, value = "PLACES"),
            required = false,
            persist = false)
    private String memory = "auto";

    @Parameter(
            label = "Scratch folder",
            style = "directory",
            description = Described.SCRATCH,
            required = false,
            persist = false)
    private String scratch = "";

    @Override
    Figure draw(Progress progress) {
        MissingPolicy rule = MissingPolicy.whole(missing, "a carpet shows");
        GivenCohort given = GivenCohort.find(viewer(), request(), resample, rule);
        Storage storage = Storage.of(memory, scratch);
        given.requireRoom(mask, 0, storage);
        try (Maps read = given.read(storage, progress)) {
            GroupMask voxels = given.findMask(read, mask, rule);
            voxels.sentences().forEach(progress::say);
            try (FilledMatrix data = SubjectMatrix.extract(read, voxels.mask(), fwhm, storage, progress)) {
                List<SubjectDistance> distances = SubjectDistances.of(data.image());
                SubjectDistances.sentences(read.ids(), distances).forEach(progress::say);
                return Figures.carpet(read.ids(), data.image(), distances, style());
            }
        }
    }

    private MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }
}
