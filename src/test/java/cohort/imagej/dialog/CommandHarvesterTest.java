package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.imagej.Headless;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** SciJava's own dialogs come after ours and ask for each input that is not resolved, former keys included. */
class CommandHarvesterTest {
    static {
        Headless.start();
    }

    private static final Context CONTEXT = new Context();

    @AfterAll
    static void dispose() {
        CONTEXT.dispose();
    }

    static Stream<CommandInfo> commands() {
        return CONTEXT.service(CommandService.class).getCommands().stream()
                .filter(command -> command.getDelegateClassName().startsWith("cohort."))
                .filter(command -> !CommandInputs.of(command).items().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void leavesNothingToAsk(CommandInfo command) {
        Module module = CONTEXT.service(ModuleService.class).createModule(command);
        new CommandHarvester().process(module);
        List<String> open = StreamSupport.stream(command.inputs().spliterator(), false)
                .map(ModuleItem::getName)
                .filter(name -> !module.isInputResolved(name))
                .toList();
        assertEquals(List.of(), open);
    }
}
