package cohort.command;

import cohort.Progress;
import cohort.analysis.ResultFolder;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.MapHeaders;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.Software;
import cohort.analysis.record.StepTimes;
import cohort.analysis.record.TestedContrast;
import cohort.command.input.Described;
import cohort.command.input.GivenMaps;
import cohort.command.input.Inputs;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.design.matrix.Contrast;
import cohort.files.FilesRead;
import cohort.mask.MissingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.scijava.plugin.Parameter;

/** What the model and its permutation test share: their data and how maps are handed over. */
abstract class GroupModelCommand extends CohortCommand {

    @Parameter(label = "Maps", style = "open", description = Described.MAPS, persist = false)
    private String maps = "";

    @Parameter(label = "Leave out", description = Described.LEAVE_OUT, required = false, persist = false)
    private String leave_out = "";

    @Parameter(label = "Resample", description = Described.RESAMPLE, required = false, persist = false)
    private String resample = "no";

    @Parameter(label = "Model", description = Described.MODEL, required = false, persist = false)
    private String model = "1";

    @Parameter(label = "Design file", style = "open", description = Described.DESIGN, required = false, persist = false)
    private String design = "";

    @Parameter(
            label = "Contrast",
            description =
                    "A regressor, an expression over regressors, weights or FSL's .con and .fts files; several rows of one by ;, several contrasts by |; may be empty if there is only one regressor.",
            required = false,
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Error",
            description = Described.ERROR,
            choices = {"auto", "pooled"},
            required = false,
            persist = false)
    private String error = "auto";

    @Parameter(label = "Mask", style = "open", description = Described.MASK, required = false, persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Missing values",
            description = Described.MISSING,
            choices = {"exclude", "exclude-zeros", "zero"},
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(label = "Smoothing FWHM (mm)", description = Described.FWHM, required = false, persist = false)
    private double fwhm;

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Where files are written; empty to show the images only.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected final void execute() {
        MissingPolicy rule = MissingPolicy.of(missing);
        ErrorRule.of(error);
        Inputs.commandLine(this); // which the record needs at the end
        Optional<ResultFolder> folder =
                output.isBlank() ? Optional.empty() : Optional.of(Inputs.folder("output", output));
        try (RunningTask task = viewer.progress(Inputs.menuItem(this).replace("...", ""))) {
            analyse(rule, folder, new Remarks(task));
        } finally {
            folder.ifPresent(ResultFolder::close);
        }
    }

    /** The command's own part, after the simple parameters were checked. */
    abstract void analyse(MissingPolicy rule, Optional<ResultFolder> folder, Remarks progress);

    /** Makes design and contrast, has them checked, reads the maps, finds the mask and smooths. */
    final GroupData load(MissingPolicy rule, Consumer<Question> check, StepTimes times, Progress progress) {
        return new ModelInputs(
                        GivenMaps.find(viewer, maps, leave_out, resample, rule, FilesRead.begin()),
                        model,
                        design,
                        contrast,
                        ErrorRule.of(error),
                        mask,
                        rule,
                        fwhm)
                .load(check, times, progress);
    }

    /** Whether images are shown: without an output folder, and to a macro, whose next line may want them. */
    final boolean shows() {
        return output.isBlank() || viewer.inMacro();
    }

    /**
     * @param maps the maps of a contrast by their names, for its number
     * @param headers what their headers say, for its number
     */
    final void show(GroupData group, IntFunction<Map<String, double[]>> maps, IntFunction<MapHeaders> headers) {
        Backdrop backdrop = group.backdrop();
        for (int c = 0; c < group.contrasts().size(); c++) {
            String contrast = group.contrasts().get(c).name();
            MapHeaders header = headers.apply(c);
            maps.apply(c)
                    .forEach((name, map) -> viewer.show(
                            group.image(contrast + " " + name, map, header.of(contrast, name), this, backdrop)));
        }
    }

    /** The record of this run. */
    final RunRecord record(
            GroupData group, List<TestedContrast> contrasts, Shuffled shuffled, Remarks remarks, StepTimes times) {
        return new RunRecord(
                Inputs.commandLine(this),
                Inputs.of(this),
                Software.versions(),
                RunRecord.now(),
                InputFile.of(group.question().files(), group.question().mapFiles()),
                group.subjects(),
                group.question().cohort().leftOut(),
                group.design().columns(),
                group.design().factors(),
                group.contrasts().stream().map(Contrast::text).collect(Collectors.joining(" | ")),
                contrasts,
                group.question().degreesOfFreedom(),
                group.mask().mask().size(),
                group.mask().mask().volumeMm3(),
                group.mask().missing(),
                group.mask().zeros(),
                group.untestable().constant(),
                group.untestable().explained(),
                shuffled,
                remarks.said(),
                times.seconds());
    }
}
