package cohort.command.viewer;

import cohort.analysis.OpenImages;
import cohort.figure.colour.ColourMap;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.service.SciJavaService;

/**
 * The program around the commands: it shows results, knows the open images and tells the user how far a task has come. A
 * command takes it as a service parameter; {@link ConsoleViewer} stands in where no program shows images.
 */
public interface Viewer extends OpenImages, SciJavaService {

    /** Shows a map with its colours, display range and space. */
    void show(ResultImage image);

    /** Shows the maps of a contrast in one window, which lets choose; each by itself where a macro is at work. */
    void show(ContrastImages maps);

    /**
     * Shows a figure.
     *
     * @param title the figure's name as a user reads it
     * @param figure the picture
     * @param commandLine the macro line that makes it again
     */
    void show(String title, BufferedImage figure, String commandLine);

    /** Shows a table; a click on a row leads to its position in the image that it mentions, if that is open. */
    void show(ResultTable table);

    /** Opens a page in the browser, or a folder in the program for folders, unless nothing is to be seen: without a screen, or while a macro runs in batch mode. */
    void show(Path page);

    /** Selects clusters and peaks, on the slices of images that lie as they do. */
    void show(ClusterSelection clusters);

    /** The program's own colours of a name; nothing if it has none. */
    Optional<ColourMap> lut(String name);

    /**
     * Starts to say how far a task has come, in a window if need be; close it at the task's end.
     *
     * @param task the task's name as a user reads it, e.g. the menu item without its dots
     */
    default RunningTask progress(String task) {
        return progress(task, true);
    }

    /**
     * Starts to say how far a task has come; close it at the task's end.
     *
     * @param task the task's name as a user reads it
     * @param opens whether a window may open for it, be it that of the log; otherwise those are used that are open
     */
    RunningTask progress(String task, boolean opens);
}
