package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the reference's example, as the macro is shipped, with few sign flips: what is written in them. */
@Tag("slow")
class SeedExampleMacroTest {
    static {
        Headless.start();
    }

    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    @TempDir
    Path folder;

    @AfterEach
    void closeImages() {
        MacroLines.closeImages();
    }

    @Test
    void theFiguresAreThoseOfTheReferencesPage() throws IOException {
        String macro = Files.readString(Path.of("macros/Seed_Example.ijm"));
        assertEquals(
                Optional.empty(),
                MacroRun.run(macro, "permutations=50 format=svg output=[" + folder + "/the results]"));

        List<String> subjects = texts("subjects");
        assertTrue(subjects.contains("subjects t_map left-right button press"), "heading");
        assertEquals(
                16, subjects.stream().filter(text -> text.matches("sub-\\d\\d")).count());
        for (String tick : List.of("\u22128.5", "\u22122", "2", "8.5")) assertTrue(subjects.contains(tick), tick);

        List<String> z = texts("z");
        assertTrue(String.join(" ", z).contains("group left-right button press (unc p&lt;0.001)"), z.toString());
        // The normal deviate of p = 0.001 is 3.0902.
        assertTrue(z.contains("3.09"), z.toString());

        String corrected = String.join(" ", texts("corrected"));
        assertTrue(corrected.startsWith("Group left-right button press (negative log10 p-values) "), corrected);
        for (String title : List.of(
                "Parametric Test",
                "Permutation Test (Voxel-Level Error Control)",
                "Permutation Test (Cluster-Size Error Control)",
                "Permutation Test (Cluster-Mass Error Control)"))
            assertTrue(corrected.contains(title), title + " in " + corrected);
        for (String end : List.of("1", "2.69")) assertTrue(texts("corrected").contains(end), end + " in " + corrected);
    }

    /** The texts of a figure in the order in which they were drawn. */
    private List<String> texts(String figure) throws IOException {
        String svg = Files.readString(folder.resolve("the results/" + figure + ".svg"));
        return TEXT.matcher(svg)
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .toList();
    }
}
