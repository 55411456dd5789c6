package cohort.command;

import cohort.table.Cohort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scijava.command.Command;

/** The files that a run depends on. */
final class FilesRead {

    private FilesRead() {}

    /** The table, mask and design where they are files, then the maps in the order of the subjects; each file once. */
    static List<Path> by(Command command, Cohort cohort) {
        Map<String, String> inputs = Inputs.of(command);
        Stream<Path> named = Stream.of("maps", "mask", "design")
                .map(inputs::get)
                .filter(text -> !text.contains("*") && !text.isBlank())
                .map(Path::of);
        Stream<Path> maps =
                cohort.subjects().stream().map(subject -> subject.map().file());
        return Stream.concat(named, maps)
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }
}
