package cohort.command.viewer;

import cohort.figure.colour.ColourMap;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** The viewer where there is none: it shows nothing, has no open images and prints progress. */
@Plugin(type = Service.class, priority = Priority.VERY_LOW)
public final class ConsoleViewer extends AbstractService implements Viewer {

    @Override
    public void show(ResultImage image) {}

    @Override
    public void show(ContrastImages maps) {}

    @Override
    public void show(String title, BufferedImage figure, String commandLine) {}

    @Override
    public void show(ResultTable table) {}

    @Override
    public void show(Path page) {}

    @Override
    public void show(ClusterSelection clusters) {}

    @Override
    public Optional<Volume> find(String title) {
        return Optional.empty();
    }

    @Override
    public HeaderNotes notes(String title) {
        return HeaderNotes.NONE;
    }

    @Override
    public Optional<List<Volume>> findAll(String title, ReadingOptions options) {
        return Optional.empty();
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public Optional<ColourMap> lut(String name) {
        return Optional.empty();
    }

    @Override
    public RunningTask progress(String task, boolean opens) {
        return new PrintedTask(task, System.out::println, System::nanoTime);
    }
}
