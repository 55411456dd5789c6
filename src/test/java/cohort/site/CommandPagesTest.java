package cohort.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that is not what its command says misleads; {@link CommandPages#main} writes all anew. */
class CommandPagesTest {

    @Test
    void thePagesAreWhatTheCommandsSay() throws IOException {
        Map<String, String> expected = new TreeMap<>(), found = new TreeMap<>();
        Map<Path, String> pages = CommandPages.all();
        pages.forEach((file, text) -> expected.put(file.toString(), text));
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown/commands"))) {
            for (Path file : Stream.concat(files, Stream.of(Path.of("src/site/markdown/commands.md")))
                    .collect(Collectors.toList())) found.put(file.toString(), Files.readString(file));
        }
        assertEquals(expected, found, "run the main method of cohort.site.CommandPages");
    }
}
