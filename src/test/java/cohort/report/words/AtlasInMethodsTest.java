package cohort.report.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.files.Sha256;
import cohort.region.TinyAtlas;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The methods of a paper say which atlas named the regions. */
class AtlasInMethodsTest {
    @TempDir
    Path folder;

    private String methods(String options) throws IOException {
        try (GroupAnalysis analysis = GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + TinyStudy.in(folder).table() + "] " + options),
                OpenImages.NONE,
                Progress.NONE)) {
            return Methods.of(analysis.fit()).text();
        }
    }

    @Test
    void theAtlasIsNamedWithItsDigest() throws IOException {
        Path atlas = TinyAtlas.write(folder);
        String methods = methods("atlas=[" + atlas + "]");
        assertTrue(
                methods.contains("Regions were named using the atlas " + atlas.getFileName() + " (SHA-256 "
                        + Sha256.of(atlas).substring(0, 12) + "…)."),
                methods);
    }

    @Test
    void withoutAnAtlasNoneIsNamed() throws IOException {
        assertFalse(methods("").contains("atlas"));
    }
}
