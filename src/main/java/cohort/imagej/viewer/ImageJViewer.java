package cohort.imagej.viewer;

import cohort.command.viewer.ClusterSelection;
import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.PrintedTask;
import cohort.command.viewer.ResultImage;
import cohort.command.viewer.ResultTable;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.figure.colour.ColourMap;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.format.VolumeFormats;
import cohort.imagej.io.ImageData;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.io.NotesProperty;
import cohort.imagej.io.OtherImages;
import cohort.imagej.map.MapWindows;
import cohort.imagej.map.picture.InstalledLuts;
import cohort.imagej.message.CancellableTask;
import cohort.imagej.message.StatusBarTask;
import cohort.imagej.message.StoppableTask;
import ij.IJ;
import ij.WindowManager;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;

/** ImageJ as the viewer: maps are 32-bit stacks, progress goes to the status bar or, without a window, to the log. */
@Plugin(type = Service.class)
public final class ImageJViewer extends AbstractService implements Viewer {
    // No ImageJ type in a signature, a lambda's with them: SciJava looks through them, which would load the class
    // before it
    // may be patched. Nor one given for another type: Java loads it to verify the call.

    @Parameter(required = false)
    private TaskService tasks;

    @Parameter(required = false)
    private IOService plugins;

    @Parameter(required = false)
    private ConvertService conversions;

    private Runnable forget = () -> {};

    /** Made for the first map: this service is there before ImageJ is patched. */
    private Optional<MapWindows> maps = Optional.empty();

    /** Lets files be maps that this program can open. */
    @Override
    public void initialize() {
        forget = VolumeFormats.register(
                new OtherImages(Optional.ofNullable(plugins), new ImageData(Optional.ofNullable(conversions))));
    }

    @Override
    public void dispose() {
        forget.run();
    }

    @Override
    public void show(ResultImage result) {
        maps().show(result);
    }

    @Override
    public void show(ContrastImages contrast) {
        maps().show(contrast);
    }

    private synchronized MapWindows maps() {
        MapWindows windows = maps.orElseGet(MapWindows::new);
        maps = Optional.of(windows);
        return windows;
    }

    @Override
    public void show(String title, BufferedImage figure, String commandLine) {
        ImageJImages.show(title, figure, commandLine);
    }

    @Override
    public void show(ResultTable table) {
        ResultsTables.show(table);
    }

    @Override
    public void show(Path page) {
        Pages.browse(page);
    }

    @Override
    public void show(ClusterSelection clusters) {
        ClusterRois.show(clusters);
    }

    @Override
    public Optional<Volume> find(String title) {
        return ImageJImages.find(title).map(ImageVolumes::toVolume);
    }

    @Override
    public HeaderNotes notes(String title) {
        return ImageJImages.find(title).map(NotesProperty::get).orElse(HeaderNotes.NONE);
    }

    @Override
    public Optional<List<Volume>> findAll(String title, ReadingOptions options) {
        return ImageVolumes.find(title, options);
    }

    @Override
    public List<String> titles() {
        return ImageJImages.titles();
    }

    @Override
    public Optional<ColourMap> lut(String name) {
        return InstalledLuts.find(name);
    }

    @Override
    public RunningTask progress(String task, boolean opens) {
        RunningTask shown = IJ.getInstance() == null
                ? new PrintedTask(task, IJ::log, System::nanoTime)
                : opens
                        ? stoppable(task, new StatusBarTask(task, IJ::log))
                        : new StatusBarTask(task, ImageJViewer::logIfOpen);
        return tasks == null ? shown : new CancellableTask(shown, tasks.createTask(task));
    }

    private static void logIfOpen(String line) {
        if (WindowManager.getWindow("Log") != null) IJ.log(line);
    }

    /** A macro is stopped as macros are. */
    private static RunningTask stoppable(String task, RunningTask shown) {
        return ImageJImages.inMacro() ? shown : StoppableTask.overImageJ(shown, task);
    }
}
