package cohort.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;

/** A name that no macro line can hold, which only a dialog or a script hands over. */
class UnpairedBracketTest {
    @TempDir
    Path folder;

    private static void set(GroupAnalysisCommand command, String key, String value) {
        Field field = ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class).stream()
                .filter(parameter -> parameter.getName().equals(key))
                .findFirst()
                .orElseThrow();
        ClassUtils.setValue(field, command, value);
    }

    @Test
    void isFoundBeforeAMapIsLookedFor() {
        Path output = folder.resolve("a [b");
        for (GroupAnalysisCommand command :
                new GroupAnalysisCommand[] {new SecondLevelModelCommand(), new PermutationInferenceCommand()}) {
            set(command, "maps", "no such maps");
            set(command, "output", output.toString());
            command.run();
            assertEquals(
                    "The value \"" + output
                            + "\" of the option output has unpaired square brackets, which a macro line cannot"
                            + " hold; choose another name.",
                    command.getCancelReason());
            assertFalse(Files.exists(output));
        }
    }
}
