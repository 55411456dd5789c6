package cohort.imagej;

import cohort.command.PrintedTask;
import cohort.command.ResultImage;
import cohort.command.RunningTask;
import cohort.command.Viewer;
import cohort.image.Volume;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;

/** ImageJ as the viewer: maps are 32-bit stacks, progress goes to the status bar or, without a window, to the log. */
@Plugin(type = Service.class)
public final class ImageJViewer extends AbstractService implements Viewer {

    @Parameter(required = false)
    private TaskService tasks;

    @Override
    public void show(ResultImage result) {
        ImagePlus image = ImageVolumes.toImage(result.name(), result.map());
        image.setLut(Luts.named(result.lut()));
        image.setDisplayRange(result.min(), result.max());
        image.setSlice((image.getStackSize() + 1) / 2);
        show(image, result.commandLine());
    }

    @Override
    public void show(String title, BufferedImage figure, String commandLine) {
        show(new ImagePlus(title, new ColorProcessor(figure)), commandLine);
    }

    private static void show(ImagePlus image, String commandLine) {
        image.setProperty("Info", commandLine);
        if (inBatch() || !GraphicsEnvironment.isHeadless()) image.show();
    }

    @Override
    public Optional<Volume> find(String title) {
        return images().filter(image -> image.getTitle().equals(title) || title.equals("" + image.getID()))
                .reduce((earlier, later) -> later)
                .map(ImageVolumes::toVolume);
    }

    @Override
    public List<String> titles() {
        return images().map(ImagePlus::getTitle).toList();
    }

    private static Stream<ImagePlus> images() {
        int[] ids = WindowManager.getIDList();
        return ids == null ? Stream.empty() : Arrays.stream(ids).mapToObj(WindowManager::getImage);
    }

    @Override
    public boolean inMacro() {
        return inBatch();
    }

    private static boolean inBatch() {
        return IJ.isMacro() || Interpreter.isBatchMode();
    }

    @Override
    public RunningTask progress(String task) {
        RunningTask shown =
                IJ.getInstance() == null ? new PrintedTask(task, IJ::log, System::nanoTime) : new StatusBarTask(task);
        return tasks == null ? shown : new CancellableTask(shown, tasks.createTask(task));
    }
}
