package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.TinyCohort;
import cohort.analysis.GivenMap;
import cohort.design.contrast.ContrastName;
import cohort.files.MapName;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.permute.nulls.Tail;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCaptionTest {
    @TempDir
    Path folder;

    private static String caption(String name, Optional<Path> file) {
        Volume map = Volume.of(TinyCohort.grid(), new double[TinyCohort.grid().voxels()]);
        return new GivenMap(name, file, map, HeaderNotes.of("")).caption();
    }

    /** In the words of the user, which the name of a file cannot hold. */
    @Test
    void aMapOfResultsIsCalledByItsStatisticAndContrast() {
        TinyResults.in(folder, "group + age", "group.b - 2*age", Tail.BOTH, false, Map.of());
        String file = new MapName(ContrastName.of("group.b - 2*age"), "logpMaxSize").file();
        assertEquals(
                "\u2212log10 corrected p, cluster size (group.b - 2*age)",
                caption(file, Optional.of(folder.resolve(file))));
    }

    @Test
    void anyOtherIsCalledByItsName() {
        assertEquals("t (age)", caption("contrast-age_stat-t_statmap", Optional.empty()));
        assertEquals("con 1", caption("con 1", Optional.empty()));
        assertEquals("con_0001", caption("con", Optional.of(folder.resolve("con_0001.nii.gz"))));
    }
}
