package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.section.SubjectMaps;
import cohort.report.section.SubjectsSection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page lists the first thousand subjects, and says so. */
class ManySubjectsTest {
    private static final Grid GRID = Grid.ofVoxelSize(3, 3, 3, 2, 2, 2);

    @TempDir
    Path folder;

    private String page(int subjects) {
        Path study = folder.resolve(String.valueOf(subjects));
        Random random = new Random(1);
        for (int s = 0; s < subjects; s++) {
            float[] values = new float[GRID.voxels()];
            for (int v = 0; v < values.length; v++) values[v] = (float) random.nextGaussian();
            Volumes.write(Volume.of(GRID, values), study.resolve(String.format("maps/s%05d.nii", s)), "");
        }
        float[] inside = new float[GRID.voxels()];
        Arrays.fill(inside, 1);
        Volumes.write(Volume.of(GRID, inside), study.resolve("mask.nii"), "");
        ModelSettings settings =
                ModelSettings.of(Map.of("maps", study.resolve("maps"), "mask", study.resolve("mask.nii"), "fwhm", 0));
        StringWriter page = new StringWriter();
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            GroupResults results = analysis.fit();
            SubjectsSection section = new SubjectsSection(new SubjectMaps(List.of(), Optional.empty()));
            PrintWriter out = new PrintWriter(page);
            section.content(results).forEach(node -> node.write(out));
            out.flush();
        }
        return page.toString();
    }

    @Test
    void theFirstThousandAreListed() {
        String page = page(1003);
        assertTrue(page.contains("The first 1,000 of 1,003 "), page.substring(0, 600));
        assertTrue(page.contains("run.json and design.tsv"), page.substring(0, 600));
        assertTrue(page.contains(">s00999<") && !page.contains(">s01000<"));
        assertEquals(1001, page.split("<tr>|<tr ", -1).length - 1);
    }

    @Test
    void allOfFewAreListed() {
        String page = page(12);
        assertTrue(page.contains("All 12 "), page.substring(0, 600));
        assertFalse(page.contains("design.tsv"));
    }
}
