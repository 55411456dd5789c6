package cohort.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that no macro line can hold, which only a dialog or a script hands over. */
class UnpairedBracketTest {
    @TempDir
    Path folder;

    private static void set(GroupAnalysisCommand command, String key, String value)
            throws ReflectiveOperationException {
        Field field = GroupAnalysisCommand.class.getDeclaredField(key);
        field.setAccessible(true);
        field.set(command, value);
    }

    @Test
    void isFoundBeforeAMapIsLookedFor() throws ReflectiveOperationException {
        Path output = folder.resolve("a [b");
        for (GroupAnalysisCommand command :
                new GroupAnalysisCommand[] {new SecondLevelModelCommand(), new PermutationInferenceCommand()}) {
            set(command, "maps", "no such maps");
            set(command, "output", output.toString());
            command.run();
            assertEquals(
                    "The value \"" + output
                            + "\" of the option output has square brackets that are not paired, which no macro line can"
                            + " hold; choose another name.",
                    command.getCancelReason());
            assertFalse(Files.exists(output));
        }
    }
}
