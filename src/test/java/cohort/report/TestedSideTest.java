package cohort.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.analysis.results.GroupResults;
import cohort.permute.nulls.Tail;
import cohort.report.words.PeakPosition;
import cohort.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slices and the viewer begin where the tested side has its peak, even if the other side has a higher one. */
@Tag("slow")
class TestedSideTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Tail.class)
    void thePeakIsThatOfTheTestedSide(Tail tail) throws IOException, InterruptedException {
        TinyResults made = TinyResults.in(folder.resolve("results"), "1", "intercept", tail, false, Map.of());
        double[] t = made.result().contrasts().get(0).statistics().get(0).map();
        int peak = IntStream.range(0, t.length)
                .reduce((a, b) -> evidence(tail, t[b]) > evidence(tail, t[a]) ? b : a)
                .orElseThrow();
        GroupResults results = GroupResults.read(made.folder());
        assertArrayEquals(
                made.mask().grid().toMm(made.mask().gridIndex(peak)),
                PeakPosition.mm(results.mask(), results.contrasts().get(0)));

        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "no Chromium here");
        Path page = folder.resolve("report.html");
        GroupReport.write(made.folder(), ReportOptions.DEFAULT, page);
        try (Chromium browser = new Chromium(program.get(), folder.resolve("profile"))) {
            browser.open(page, 1280);
            browser.await("document.getElementById('viewer').dataset.ready === 'true'");
            assertEquals(
                    Words.fixed(t[peak], 2),
                    browser.evaluate("document.querySelectorAll('#viewer-facts dd')[2].textContent"));
            assertTrue(browser.complaints().isEmpty(), browser.complaints().toString());
        }
    }

    private static double evidence(Tail tail, double t) {
        return switch (tail) {
            case POSITIVE -> t;
            case NEGATIVE -> -t;
            case BOTH -> Math.abs(t);
        };
    }
}
