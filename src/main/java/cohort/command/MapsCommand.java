package cohort.command;

import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.image.ReadingOptions;
import cohort.memory.Storage;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** The keys that say which maps are meant. */
abstract class MapsCommand extends CohortCommand {

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

    /** @throws cohort.InputException if {@code volumes} or {@code channel} is none that there can be */
    final MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }

    /** @throws cohort.InputException if {@code memory} is none that there can be, or {@code scratch} no folder */
    final Storage storage() {
        return Storage.of(memory, scratch);
    }

    final String resample() {
        return resample;
    }
}
