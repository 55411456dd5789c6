package cohort.command;

import cohort.InputException;
import cohort.analysis.GivenMap;
import cohort.analysis.record.MapOrigin;
import cohort.analysis.results.SubjectValues;
import cohort.command.input.CorrectedFolder;
import cohort.command.input.Described;
import cohort.command.input.Inputs;
import cohort.command.input.MapReading;
import cohort.command.input.TableThreshold;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ClusterSelection;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.ResultTable;
import cohort.command.viewer.RunningTask;
import cohort.files.AtomicFile;
import cohort.files.FilesRead;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.region.Atlas;
import cohort.table.Table;
import cohort.threshold.ClusterTable;
import cohort.threshold.ClusterTables;
import cohort.threshold.CorrectedP;
import cohort.threshold.PeakEffects;
import cohort.threshold.TableOptions;
import cohort.threshold.statistic.Statistic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists the clusters of a map and their peaks. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Cluster Table...", weight = 70)},
        headless = true,
        description = "Lists the clusters of a map and their peaks.")
public final class ClusterTableCommand extends ClusterCommand {

    @Parameter(
            label = "Threshold",
            description =
                    "Voxels beyond this value form clusters; a value below 0 looks at the negative side; auto takes the threshold of the map's run, otherwise p < 0.001.",
            required = false,
            persist = false)
    private String threshold = "auto";

    @Parameter(
            label = "Distance of sub-peaks (mm)",
            description =
                    "Minimum distance between the peaks of one cluster, in mm; 0 for 8 mm, or 10 voxels where that is less.",
            required = false,
            persist = false)
    private double distance;

    @Parameter(
            label = "Corrected p",
            style = "directory",
            description =
                    "A folder with results of a permutation test, whose corrected p-values are listed; auto for the folder of the image, or the maps of corrected p open beside it; none to leave them out.",
            required = false,
            persist = false)
    private String corrected = "auto";

    @Parameter(label = "Atlas", style = "open", description = Described.ATLAS, required = false, persist = false)
    private String atlas = "";

    @Parameter(
            label = "Names of the atlas",
            style = "open",
            description = Described.ATLAS_NAMES,
            required = false,
            persist = false)
    private String atlas_names = "";

    @Parameter(
            label = "Label map",
            description =
                    "Also make an image in which each voxel has the number of its cluster; with the output file TABLE.tsv it is written as TABLE_dseg.nii.gz.",
            required = false,
            persist = false)
    private boolean labels;

    @Parameter(
            label = "Values of the subjects",
            description =
                    "Also give each subject's mean in each cluster and value at each peak, of the maps as the map's run analysed them; with the output file TABLE.tsv they are written as TABLE_values.tsv.",
            required = false,
            persist = false)
    private boolean subject_values;

    @Parameter(
            label = "ROI Manager",
            description =
                    "Also add the clusters, slice by slice, and the peaks to ImageJ's ROI Manager; not with show=false.",
            required = false,
            persist = false)
    private boolean rois;

    @Parameter(type = ItemIO.OUTPUT, label = "Clusters")
    private Table table;

    @Parameter(type = ItemIO.OUTPUT, label = "Values in clusters")
    private Table cluster_values;

    @Override
    protected void execute() {
        if (rois && !isShown())
            throw new InputException("rois: found true with show=false, which opens no window, and the ROI Manager is"
                    + " one; leave out show, or use labels=true instead.");
        MapReading reading = reading();
        TableThreshold.requireValid(threshold);
        Atlas.requireImage(atlas, atlas_names);
        Optional<Path> file = file().map(ClusterTableCommand::tsv);
        if (labels) file.map(ClusterTableCommand::labelFile).ifPresent(AtomicFile::requirePlace);
        if (subject_values) file.map(ClusterTableCommand::valueFile).ifPresent(AtomicFile::requirePlace);
        Optional<Atlas> regions = Optional.of(atlas)
                .filter(image -> !image.isBlank())
                .map(image -> Atlas.read(image, atlas_names, FilesRead.ignored()));
        String line = Inputs.commandLine(this);
        try (RunningTask task = viewer().progress("Cluster Table", isShown())) {
            GivenMap map = image();
            Mask inside = mask(map).orElseGet(map::everywhere);
            MapOrigin origin = map.origin();
            reading.contradiction(map.title(), origin).ifPresent(task::say);
            Statistic statistic = reading.statistic(origin);
            double apart =
                    distance == 0 ? TableOptions.usualDistance(map.volume().grid()) : distance;
            TableOptions options = new TableOptions(reading.tail(origin), leastExtent(), apart, connectivity());
            List<CorrectedP> probabilities = CorrectedFolder.read(corrected, map, viewer()).stream()
                    .map(p -> p.at(statistic))
                    .toList();
            TableThreshold level = TableThreshold.of(threshold, statistic, options.tail(), origin.forming());
            ClusterTable clusters =
                    ClusterTables.find(map.volume().voxels(), inside, statistic, level.level(), options);
            task.say(map.title() + level.reason() + ": " + clusters.summary());
            ClusterTables.untested(clusters, probabilities).ifPresent(task::say);
            if (!probabilities.isEmpty())
                task.say(
                        "The p-values of size and mass are those of the clusters of the permutation test, at its own threshold.");
            PeakEffects effects = map.file().map(PeakEffects::beside).orElse(PeakEffects.NONE);
            if (!effects.columns().isEmpty()) task.say(PeakEffects.CAUTION);
            Volume numbered = ClusterTables.labels(map.volume().voxels(), inside, statistic, level.level(), options);
            Table listed = CorrectedFolder.withDiscoveries(
                    ClusterTables.toTable(clusters, probabilities, effects), corrected, map, () -> numbered);
            table = regions.map(names -> ClusterTables.withRegions(listed, numbered, names))
                    .orElse(listed);
            Optional<ResultImage> numbers = Optional.of(map.title())
                    .filter(title -> labels)
                    .map(title -> ResultImage.of(
                            title + " labels", numbered, ClusterTables.labelNotes(title), line, Backdrop.beside(map)));
            if (subject_values) {
                cluster_values = CorrectedFolder.values(table, corrected, map, () -> numbered);
                task.say(SubjectValues.CAUTION);
            }
            if (rois) viewer().show(new ClusterSelection(numbered, table));
            file.ifPresent(path -> {
                if (subject_values) cluster_values.write(valueFile(path));
                numbers.ifPresent(image -> Volumes.writeSeries(List.of(image.map()), labelFile(path), image.notes()));
                ClusterTables.write(table, path);
            });
            if (!isShown()) return;
            if (subject_values) viewer().show(new ResultTable(map.title() + " values", cluster_values, ""));
            show(map, line);
            numbers.ifPresent(viewer()::show);
        }
    }

    private static Path tsv(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv"))
            throw new InputException("output: found " + file + ", expected the name of a .tsv file.");
        return file;
    }

    private static Path labelFile(Path table) {
        return beside(table, "_dseg.nii.gz");
    }

    private static Path valueFile(Path table) {
        return beside(table, "_values.tsv");
    }

    /** A file that is called after the table. */
    private static Path beside(Path table, String ending) {
        return table.resolveSibling(table.getFileName().toString().replaceFirst("(?i)\\.tsv$", ending));
    }

    /** The image of a file is shown with the table, for a click on a row to have somewhere to lead. */
    private void show(GivenMap map, String line) {
        if (map.file().isPresent() && viewer().find(map.title()).isEmpty())
            viewer().show(ResultImage.of(map.title(), map.volume(), map.notes(), line, Backdrop.beside(map)));
        viewer().show(new ResultTable(map.title() + " clusters", table, map.title()));
    }
}
