package cohort.command;

import cohort.InputException;
import cohort.analysis.GivenMap;
import cohort.analysis.record.MapOrigin;
import cohort.command.input.Choices;
import cohort.command.input.Inputs;
import cohort.command.input.MapReading;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.RunningTask;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.table.Table;
import cohort.threshold.Thresholds;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Keeps the voxels of a map that pass a rule for many tests. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Threshold Map...", weight = 69)},
        headless = true,
        description = "Keeps the voxels of a map that survive a correction for multiple testing.")
public final class ThresholdMapCommand extends ClusterCommand {

    @Parameter(
            label = "Control",
            description =
                    "fpr, fdr, bonferroni, a threshold such as 3.1, or ari for the proportion of true positives in"
                            + " each cluster above 3 (ari:2.5 for clusters above 2.5).",
            attrs = @Attr(name = Choices.OF, value = "CONTROLS"),
            required = false,
            persist = false)
    private String control = "fpr";

    @Parameter(
            label = "Alpha",
            description =
                    "The error rate, e.g. 0.05, for both sides together; auto is 0.001 for fpr and 0.05 for the other rules.",
            required = false,
            persist = false)
    private String alpha = "auto";

    @Parameter(type = ItemIO.OUTPUT, label = "Map")
    private Volume map;

    @Override
    protected void execute() {
        MapReading reading = reading();
        double rate = errorRate();
        Optional<Path> file = file().map(ThresholdMapCommand::nifti);
        String line = Inputs.commandLine(this);
        try (RunningTask task = viewer().progress("Threshold Map", isShown())) {
            GivenMap given = image();
            Mask tested = mask(given).orElseGet(given::tested);
            MapOrigin origin = given.origin();
            reading.contradiction(given.title(), origin).ifPresent(task::say);
            Statistic statistic = reading.statistic(origin);
            ThresholdOptions options = new ThresholdOptions(rate, reading.tail(origin), leastExtent(), connectivity());
            ThresholdedMap left = Thresholds.apply(given.volume().voxels(), tested, statistic, control, options);
            task.say(given.title() + (statistic == Statistics.UNKNOWN ? "" : " (" + statistic.spelling() + ")") + ", "
                    + control + ": " + left.summary());
            map = left.map();
            HeaderNotes notes = left.header(control, rate);
            file.ifPresent(path -> Volumes.writeSeries(List.of(map), path, notes));
            if (isShown())
                viewer().show(ResultImage.of(
                        given.title() + " " + control, map, notes, line, Optional.of(Backdrop.mask(tested::toVolume))));
        }
    }

    private double errorRate() {
        if (alpha.equals("auto")) return Thresholds.usualAlpha(control);
        if (!Table.isNumber(alpha))
            throw new InputException("alpha: found " + alpha + ", expected a number such as 0.05, or auto.");
        return Double.parseDouble(alpha.strip());
    }

    private static Path nifti(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.nii(\\.gz)?"))
            throw new InputException("output: found " + file + ", expected the name of a .nii.gz or .nii file.");
        return file;
    }
}
