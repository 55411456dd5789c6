package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cohort.imagej.EchoCommand;
import cohort.text.MacroOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

class CommandInputsTest {

    /** What the dialog shows at first must be what the command takes if it is given nothing. */
    @TestFactory
    List<DynamicTest> theDefaultsOfEveryCommandCanBeWrittenAsAMacroLine() {
        try (Context context = new Context(CommandService.class)) {
            List<CommandInfo> commands = context.service(CommandService.class).getCommands().stream()
                    .filter(command -> command.getClassName().startsWith("cohort.command."))
                    .toList();
            assertFalse(commands.isEmpty());
            return commands.stream()
                    .map(command -> DynamicTest.dynamicTest(command.getClassName(), () -> assertDefaults(command)))
                    .toList();
        }
    }

    private static void assertDefaults(CommandInfo command) {
        CommandInputs inputs = CommandInputs.of(command);
        Map<String, Object> expected = new LinkedHashMap<>();
        inputs.items().forEach(item -> {
            if (item.getDefaultValue() != null) expected.put(item.getName(), item.getDefaultValue());
        });
        String line = inputs.defaults().toString();
        assertEquals(expected, inputs.values(MacroOptions.parse(line)));
    }

    @Test
    void onlyWhatAUserGivesIsAnInput() {
        CommandInputs inputs = CommandInputs.of(new CommandInfo(EchoCommand.class));
        assertEquals(List.of("report", "fwhm", "permutations", "tail", "abs", "model", "action"), inputs.keys());
    }
}
