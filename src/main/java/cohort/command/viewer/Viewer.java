package cohort.command.viewer;

import cohort.image.HeaderNotes;
import cohort.image.Volume;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.scijava.service.SciJavaService;

/**
 * The program around the commands: it shows results, knows the open images and tells the user how far a task has come. A
 * command takes it as a service parameter; {@link ConsoleViewer} stands in where no program shows images.
 */
public interface Viewer extends SciJavaService {

    /** Shows a map with its colours, display range and space. */
    void show(ResultImage image);

    /**
     * Shows a figure.
     *
     * @param title the figure's name as a user reads it
     * @param figure the picture
     * @param commandLine the macro line that makes it again
     */
    void show(String title, BufferedImage figure, String commandLine);

    /** Shows a table; a click on a row leads to its position in the image that it tells of, if that is open. */
    void show(ResultTable table);

    /**
     * An open image by its title or its number; of several that bear the title the one opened last.
     *
     * @throws cohort.InputException if an image of that title is open but is not one gray-scale volume
     */
    Optional<Volume> find(String title);

    /** What the header of an open image's file said, or that of the map that a command showed; nothing said if nothing is known. */
    HeaderNotes notes(String title);

    /**
     * The volumes of an open image by its title or its number, one a frame.
     *
     * @throws cohort.InputException if an image of that title is open but has colours or several channels
     */
    Optional<List<Volume>> findAll(String title);

    /** The titles of the open images, in the order in which they were opened. */
    List<String> titles();

    /** Whether a macro is at work; then results are shown even if they are written too, for its next line to see. */
    boolean inMacro();

    /**
     * Starts to tell how far a task has come; close it at the task's end.
     *
     * @param task the task's name as a user reads it, e.g. the menu item without its dots
     */
    RunningTask progress(String task);
}
