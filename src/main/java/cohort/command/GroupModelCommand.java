package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.design.Contrast;
import cohort.design.Contrasts;
import cohort.design.DesignMatrix;
import cohort.design.Designs;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.GroupMaps;
import cohort.mask.GroupMask;
import cohort.mask.Maps;
import cohort.mask.Masks;
import cohort.mask.Missing;
import cohort.mask.SubjectMatrix;
import cohort.report.ResultFolder;
import cohort.report.StepTimes;
import cohort.table.Cohort;
import cohort.table.Cohorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.plugin.Parameter;

/** What the model and its permutation test share: their data and how maps are handed over. */
abstract class GroupModelCommand extends CohortCommand {

    @Parameter(
            label = "Maps",
            description =
                    "A table (CSV or TSV) with a column map, a folder, a pattern such as /data/*_con.nii.gz, or a 4D file.",
            persist = false)
    private String maps = "";

    @Parameter(
            label = "Model",
            description = "A formula over the table's columns; 1 is the mean of one group.",
            required = false,
            persist = false)
    private String model = "1";

    @Parameter(
            label = "Design file",
            description = "A CSV or TSV design matrix to use in place of the formula.",
            required = false,
            persist = false)
    private String design = "";

    @Parameter(
            label = "Contrast",
            description = "A regressor or an expression over regressors; may be empty if there is only one.",
            required = false,
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Mask",
            description = "auto, background, epi, intersection, multi-background, or a mask image.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Missing values",
            description = "exclude: a voxel without data in some subject leaves the analysis; zero: it counts as 0.",
            choices = {"exclude", "zero"},
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(
            label = "Smoothing FWHM (mm)",
            description = "Full width at half maximum of the Gaussian; 0 for none.",
            required = false,
            persist = false)
    private double fwhm;

    @Parameter(
            label = "Output folder",
            description = "Where files are written; empty to show the images only.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected final void execute() {
        Missing rule = Missing.of(missing);
        Optional<ResultFolder> folder =
                output.isBlank() ? Optional.empty() : Optional.of(Inputs.folder("output", output));
        try (RunningTask task = viewer.progress(Inputs.menuItem(this).replace("...", ""))) {
            analyse(rule, folder, task);
        }
    }

    /** The command's own part, after the simple parameters were checked. */
    abstract void analyse(Missing rule, Optional<ResultFolder> folder, Progress progress);

    /** Reads the maps, finds the mask, smooths, and makes design and contrast. */
    final GroupData load(Missing rule, StepTimes times, Progress progress) {
        Cohort cohort = Cohorts.read(maps);
        DesignMatrix matrix = design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(Inputs.path("design", design), cohort.ids());
        Contrast tested = Contrasts.parse(contrast, matrix);
        Designs.findings(matrix).forEach(progress::say);
        Maps volumes = times.time("read", () -> GroupMaps.read(cohort, progress));
        GroupMask voxels = times.time("mask", () -> findMask(volumes, rule));
        progress.say(voxels.summary());
        Img<DoubleType> data =
                times.time("smooth", () -> SubjectMatrix.extract(volumes, voxels.mask(), fwhm, progress));
        return new GroupData(cohort, voxels, data, matrix, tested);
    }

    private GroupMask findMask(Maps volumes, Missing rule) {
        if (Masks.strategies().contains(mask)) return Masks.fromMaps(volumes, mask, rule);
        Path file = Inputs.path("mask", mask);
        if (!Files.exists(file))
            throw new InputException("mask: " + mask + " is no file and no strategy, expected a mask image or one of "
                    + String.join(", ", Masks.strategies()) + ".");
        return Masks.fromImage(volumes, Volumes.read(file), rule);
    }

    /** Whether images are shown: without an output folder, and to a macro, whose next line may want them. */
    final boolean shows() {
        return output.isBlank() || viewer.inMacro();
    }

    final void show(GroupData group, String statistic, double[] map) {
        Volume volume = group.mask().mask().toVolume(map);
        double largest =
                Arrays.stream(map).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        double max = largest > 0 ? largest : 1;
        boolean signed = Arrays.stream(map).anyMatch(value -> value < 0);
        viewer.show(new ResultImage(
                group.contrast().name() + " " + statistic,
                volume,
                signed ? "rdbu" : "inferno",
                signed ? -max : 0,
                max,
                Inputs.commandLine(this)));
    }
}
