package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.data.sample.SampleCohort;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.report.ReportPage;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that tests regions of the sample cohort, whose effects have known places. */
@Tag("slow")
class RegionMacroTest {
    static {
        Headless.start();
    }

    @TempDir
    Path folder;

    @Test
    void theMacroFindsRegionsWithAnEffectAlone() throws IOException {
        String macro = Files.readString(Path.of("macros/Region_Inference.ijm"));
        assertEquals(Optional.empty(), MacroRun.run(macro, "permutations=500 output=[" + folder + "]"));
        Table regions = Table.read(folder.resolve("regions/regions.tsv"));
        double[] p = regions.numbers("p corrected"), t = regions.numbers("t");
        double[] truth = SampleCohort.truth().values(), painted = painted("t"), logP = painted("logpMaxT");
        List<Integer> found =
                IntStream.range(0, p.length).filter(r -> p[r] <= 0.05).boxed().toList();
        assertTrue(!found.isEmpty(), "no region is found");
        for (int r : found)
            assertTrue(
                    IntStream.range(0, truth.length)
                            .anyMatch(v -> truth[v] * t[r] > 0 && Math.abs(painted[v] - t[r]) < 1e-5 * Math.abs(t[r])),
                    regions.column("region").get(r) + " has no effect");
        double least = IntStream.range(0, p.length).mapToDouble(r -> p[r]).min().orElseThrow();
        double most =
                IntStream.range(0, logP.length).mapToDouble(v -> logP[v]).max().orElseThrow();
        assertEquals(-Math.log10(least), most, 1e-4);
        assertTrue(Files.readString(folder.resolve("regions/regions.svg")).startsWith("<"));
        assertTrue(ReportPage.plain(Files.readString(folder.resolve("report.html")))
                .contains(">Region</th>"));
    }

    private double[] painted(String statistic) {
        return Volumes.read(folder.resolve("regions/contrast-regions-intercept_stat-" + statistic + "_statmap.nii.gz"))
                .values();
    }
}
