package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cohort.TinyStudy;
import cohort.command.GroupMaskCommand;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** Macros and scripts that were written with keys of before. */
class FormerKeysTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @Test
    void aMacroMayUseThem() throws IOException {
        byte[] now = mask("mask=epi", "a");
        assertArrayEquals(now, mask("strategy=epi", "b"));
        assertFalse(java.util.Arrays.equals(now, mask("", "c")), "the rule makes a difference");
    }

    @Test
    void aScriptMayUseThem() throws IOException, ExecutionException, InterruptedException {
        TinyStudy study = TinyStudy.in(folder);
        byte[] now = mask("mask=epi", "a");
        Path output = folder.resolve("script");
        try (Context context = new Context()) {
            context.service(CommandService.class)
                    .run(
                            GroupMaskCommand.class,
                            true,
                            Map.of("maps", study.table().toString(), "strategy", "epi", "output", output.toString()))
                    .get();
        }
        assertArrayEquals(now, Files.readAllBytes(output.resolve("mask.nii.gz")));
    }

    @Test
    void theFormerAndThePresentKeyTogetherAreAMistake() throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        assertEquals(
                Optional.of("line 1: \"Group Mask...\" got mask and strategy, its former name; give mask alone."),
                MacroRun.run("run(\"Group Mask...\", \"maps=[" + study.table() + "] mask=epi strategy=epi\");", ""));
    }

    private byte[] mask(String option, String name) throws IOException {
        Path output = folder.resolve(name);
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run(\"Group Mask...\", \"maps=["
                                + TinyStudy.in(folder.resolve("of-" + name)).table() + "] output=[" + output + "] "
                                + option + "\");",
                        ""));
        return Files.readAllBytes(output.resolve("mask.nii.gz"));
    }
}
