package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** The menu as ImageJ and as Fiji builds it must be one menu, and its macro keys must be safe from ImageJ's parser. */
class MenuEntriesTest {
    private static final Pattern ENTRY =
            Pattern.compile("(Plugins[^,]*), \"([^\"]+)\", cohort\\.imagej\\.CohortMenu\\(\"([^\"]+)\"\\)");

    private static List<CommandInfo> commands() {
        try (Context context = new Context(CommandService.class)) {
            return context.service(CommandService.class).getCommands().stream()
                    .filter(command -> command.getClassName().startsWith("cohort.command."))
                    .toList();
        }
    }

    @Test
    void eachCommandHasTheSameLabelAndPathInBoth() throws IOException {
        List<String> entries = Files.readAllLines(Path.of("plugins.config")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line -> ENTRY.matcher(line).results())
                .map(entry -> entry.group(3) + " at " + entry.group(1) + ">" + entry.group(2))
                .sorted()
                .toList();
        List<String> commands = commands().stream()
                .map(command ->
                        command.getClassName() + " at " + command.getMenuPath().getMenuString())
                .map(text -> text.replace(" > ", ">"))
                .sorted()
                .toList();
        assertEquals(commands, entries);
    }

    @TestFactory
    List<DynamicTest> keysAreSafe() {
        return commands().stream()
                .map(command -> DynamicTest.dynamicTest(command.getClassName(), () -> assertKeysAreSafe(command)))
                .toList();
    }

    private static void assertKeysAreSafe(CommandInfo command) {
        CommandInputs inputs = CommandInputs.of(command);
        for (ModuleItem<?> item : inputs.items()) {
            String key = item.getName();
            assertTrue(key.matches("[a-z][a-z0-9_]*"), () -> key + " is not lower case");
            assertFalse(item.isPersisted(), () -> key + " keeps its value for the next run");
            for (String other : inputs.keys())
                assertTrue(other.equals(key) || !other.endsWith(key), () -> key + " is the tail of " + other);
        }
        inputs.values(inputs.defaults());
    }
}
