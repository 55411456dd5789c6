package cohort.command;

import cohort.InputException;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.Mask;
import cohort.table.Table;
import cohort.threshold.ClusterExtent;
import cohort.threshold.CorrectedMaps;
import cohort.threshold.ThresholdOptions;
import cohort.threshold.ThresholdedMap;
import cohort.threshold.Thresholds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Keeps the voxels of a map that pass a rule for many tests. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Threshold Map...")
public final class ThresholdMapCommand extends CohortCommand {

    @Parameter(
            label = "Image",
            description = "Title of an open image, or a file; a map of z unless the threshold is a number.",
            persist = false)
    private String image = "";

    @Parameter(
            label = "Mask",
            description = "An image of the voxels that are tested; auto for mask.nii.gz beside the image, or the voxels"
                    + " that are not 0.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Control",
            description =
                    "fpr, fdr, bonferroni, a threshold such as 3.1, or ari for the proportion of true positives in"
                            + " each cluster above 3 (ari:2.5 for clusters above 2.5).",
            required = false,
            persist = false)
    private String control = "fpr";

    @Parameter(
            label = "Alpha",
            description = "The error rate, e.g. 0.05; both sides share it.",
            required = false,
            persist = false)
    private double alpha = 0.001;

    @Parameter(
            label = "Extent",
            description = "The least size of a cluster: voxels such as 20, or 300mm3.",
            required = false,
            persist = false)
    private String extent = "0";

    @Parameter(
            label = "Sides",
            description = "1 for positive values, 2 for both sides, or negative.",
            required = false,
            persist = false)
    private String sides = "2";

    @Parameter(
            label = "Connectivity",
            description = "6: voxels of a cluster share faces; 18: or edges; 26: or corners.",
            required = false,
            persist = false)
    private int connectivity = 6;

    @Parameter(
            label = "Output file",
            description = "A .nii.gz or .nii file; empty to show the map only.",
            required = false,
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        ThresholdOptions options =
                new ThresholdOptions(alpha, GivenMap.sides(sides), ClusterExtent.parse(extent), connectivity);
        Optional<Path> file = output.isBlank() ? Optional.empty() : Optional.of(nifti());
        try (RunningTask task = viewer.progress("Threshold Map")) {
            GivenMap map = GivenMap.find(viewer, "image", image);
            Mask tested = mask.equals("auto")
                    ? map.maskBeside().orElseGet(map::nonzero)
                    : map.mask(GivenMap.find(viewer, "mask", mask));
            if (!Table.isNumber(control)
                    && map.file().filter(CorrectedMaps::isNotZ).isPresent())
                task.say(map.title() + " is taken for a map of z, which its name denies; give the map of z.");
            ThresholdedMap left = Thresholds.apply(map.volume().voxels(), tested, control, options);
            task.say(map.title() + ", " + control + ": " + left.summary());
            file.ifPresent(path -> Volumes.write(left.map(), path, control + ": " + left.summary()));
            if (file.isEmpty() || viewer.inMacro()) show(map.title() + " " + control, left.map());
        }
    }

    private Path nifti() {
        if (!output.toLowerCase(Locale.ROOT).matches(".*\\.nii(\\.gz)?"))
            throw new InputException("output: found " + output + ", expected the name of a .nii.gz or .nii file.");
        return Inputs.path("output", output);
    }

    private void show(String title, Volume map) {
        double max = GivenMap.largest(map);
        boolean signed = Arrays.stream(map.values()).anyMatch(value -> value < 0);
        viewer.show(new ResultImage(
                title, map, signed ? "rdbu" : "inferno", signed ? -max : 0, max, Inputs.commandLine(this)));
    }
}
