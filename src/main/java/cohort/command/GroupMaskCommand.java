package cohort.command;

import cohort.analysis.GivenCohort;
import cohort.analysis.results.ResultFolder;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.command.input.FormerKeys;
import cohort.command.input.Inputs;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.files.GivenPath;
import cohort.folder.RunFolder;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.GroupMask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.subjects.Maps;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the voxels to analyse. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Group Mask...", weight = 41)},
        headless = true,
        description = "Finds the voxels to analyse.")
public final class GroupMaskCommand extends MapsCommand {

    @Parameter(
            label = "Mask",
            description = "The rule that finds the voxels; auto is background.",
            attrs = @Attr(name = Choices.OF, value = "MASK_RULES"),
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            visibility = ItemVisibility.INVISIBLE,
            attrs = @Attr(name = FormerKeys.NOW, value = "mask"),
            required = false,
            persist = false)
    private String strategy = "";

    @Parameter(
            label = "Missing values",
            description = Described.MISSING,
            attrs = @Attr(name = Choices.OF, value = "MISSING"),
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Folder for mask.nii.gz; empty to only show the mask.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter(label = "Show", description = Described.SHOW, required = false, persist = false)
    private boolean show = true;

    @Parameter(type = ItemIO.OUTPUT, label = "Mask")
    private Volume map;

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        MissingPolicy rule = MissingPolicy.whole(missing, "this mask is of");
        String line = Inputs.commandLine(this);
        Optional<ResultFolder> folder = output.isBlank()
                ? Optional.empty()
                : Optional.of(ResultFolder.open("output", GivenPath.of("output", output)));
        try (RunningTask task = viewer.progress("Group Mask", show)) {
            GivenCohort given = GivenCohort.find(viewer, request(), resample(), rule);
            GroupMask found;
            try (Maps maps = given.read(storage(), task)) {
                found = Masks.fromMaps(maps, mask, rule);
            }
            map = found.mask().toVolume();
            found.sentences().forEach(task::say);
            HeaderNotes notes = HeaderNotes.of("mask").withSpace(given.space());
            folder.ifPresent(place -> Volumes.write(map, place.path().resolve(RunFolder.MASK), notes));
            if (show) viewer.show(new ResultImage("mask", map, notes, "gray", 0, 1, line, Optional.empty()));
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }
}
