package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.command.input.Choices;
import cohort.imagej.Headless;
import cohort.text.MacroOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** What a dialog records are options of a macro line that give the command the same inputs. */
class RecordedLineTest {
    static {
        Headless.start();
    }

    private static final Context CONTEXT = new Context();
    private static final List<String> TEXTS =
            List.of("1 + `is patient` * C(age)", "a|b;c", "/a b/c (1).nii.gz", "x=y z", "");

    @AfterAll
    static void dispose() {
        CONTEXT.dispose();
    }

    static Stream<CommandInfo> commands() {
        return CONTEXT.service(CommandService.class).getCommands().stream()
                .filter(command -> command.getDelegateClassName().startsWith("cohort.command."))
                .filter(command -> !CommandInputs.of(command).items().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void giveTheSameInputs(CommandInfo command) {
        CommandInputs inputs = CommandInputs.of(command);
        for (String text : TEXTS) {
            Map<String, String> changed = new LinkedHashMap<>();
            for (ModuleItem<?> item : inputs.items()) {
                String other = other(item, text);
                if (!other.equals(inputs.defaults().values().get(item.getName()))) changed.put(item.getName(), other);
            }
            String before = RecordedLines.told();
            RecordedLine.options(changed);
            String line = RecordedLines.told().substring(before.length());
            assertEquals(inputs.values(new MacroOptions(changed)), inputs.values(MacroOptions.parse(line)), line);
        }
    }

    /** Another value than the default. */
    private static String other(ModuleItem<?> item, String text) {
        Class<?> type = item.getType();
        if (type == Boolean.class || type == boolean.class)
            return Boolean.toString(!Boolean.TRUE.equals(item.getDefaultValue()));
        if (type == Double.class || type == double.class) return "2.5";
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) return "17";
        return Choices.of(item)
                .findFirst()
                .map(choices -> choices.names().get(choices.names().size() - 1))
                .orElse(text);
    }
}
