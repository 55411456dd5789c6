package cohort.report.words;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works that say the same are cited in one pair of parentheses. */
class EffectWordsTest {
    @TempDir
    Path folder;

    @Test
    void theSelectionOfPeaksIsCitedOnce() throws IOException {
        String options = "maps=[" + TinyStudy.in(folder).table() + "] effect_sizes=true";
        try (GroupAnalysis analysis =
                GroupAnalysis.load(PermutationSettings.parse(options), OpenImages.NONE, Progress.NONE)) {
            String methods = Methods.of(analysis.fit()).text();
            assertTrue(methods.contains("too large on average (Kriegeskorte et al., 2009; Yarkoni, 2009)."), methods);
        }
    }
}
