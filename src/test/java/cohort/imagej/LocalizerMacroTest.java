package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.data.localizer.LocalizerRequest;
import cohort.data.localizer.LocalizerServer;
import cohort.data.sample.SampleCohort;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole example, with a sample cohort's maps in the place of the localizer's, from a server on this machine. */
@Tag("slow")
class LocalizerMacroTest {
    static {
        Headless.start();
    }

    private static final Path MACRO = Path.of("macros/Localizer_One_Sample_Test.ijm");

    @TempDir
    Path folder;

    @Test
    void findsTheEffectAndDrawsTheFigures() throws IOException {
        Path output = folder.resolve("out put"), data = folder.resolve("data");
        String arguments = "output=[" + output + "] data=[" + data + "] permutations=20 subjects=1-9,11-16";
        assertEquals(Optional.empty(), run(arguments));
        for (String figure : List.of("subjects.png", "z.png", "corrected.png"))
            assertTrue(Files.size(output.resolve(figure)) > 10_000, figure);
        assertEquals(16, Files.readAllLines(output.resolve("localizer.tsv")).size());

        Volume z = Volumes.read(output.resolve("contrast-intercept_stat-z_statmap.nii.gz"));
        double[] found = z.values(), truth = SampleCohort.truth().values();
        int peak = 0;
        for (int v = 0; v < found.length; v++) if (found[v] > found[peak]) peak = v;
        assertTrue(found[peak] > 5, "largest z " + found[peak]);
        assertEquals(1, truth[peak], "the truth at the largest z");
    }

    @Test
    void aMistakeInTheArgumentEndsItInASentence() {
        String reason = run("output=[" + folder + "] data=[" + folder + "] subjects=200")
                .orElse("");
        assertTrue(reason.contains("subjects=200 names no subjects of the localizer"), reason);
    }

    private Optional<String> run(String arguments) {
        String before = System.getProperty(LocalizerRequest.SERVER, "");
        try (LocalizerServer archive = LocalizerServer.ofSampleCohort(16, folder.resolve("archive"))) {
            System.setProperty(LocalizerRequest.SERVER, archive.url());
            return MacroRun.run(Files.readString(MACRO), arguments);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            if (before.isEmpty()) System.clearProperty(LocalizerRequest.SERVER);
            else System.setProperty(LocalizerRequest.SERVER, before);
        }
    }
}
