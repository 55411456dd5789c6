package cohort.subjects.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.image.HeaderNotes;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.mask.GroupMaps;
import cohort.subjects.CommonGrid;
import cohort.subjects.found.Cohorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say of themselves is said once a run, not once a file. */
class FileRemarksTest {
    @TempDir
    Path folder;

    private List<String> said() {
        List<String> said = new ArrayList<>();
        GroupMaps.read(Cohorts.read(folder.toString()), CommonGrid.REQUIRED, new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        return said;
    }

    @Test
    void aVoxelSizeThatNoFileStates() {
        FileRemarks remarks = new FileRemarks();
        for (String name : List.of("print-300.tif", "imagej-one-page.tif", "print-600.tif", "stack-cm.tif"))
            remarks.add(VolumeFile.open(Path.of("src/test/resources/tiff", name)), 1);
        assertEquals(
                List.of(
                        "1 of 4 maps: the file states no size of a voxel; a voxel is taken as 1 x 1 x 1 mm.",
                        "1 of 4 maps: the file states only a print resolution (300 dpi); a voxel is taken as 1 x 1 x 1 mm.",
                        "1 of 4 maps: the file states only a print resolution (600 dpi); a voxel is taken as 1 x 1 x 1 mm.",
                        "1 of 4 maps: the file states the size of a pixel, but not the distance of the slices; a voxel is"
                                + " taken as 1 x 1 x 1 mm."),
                remarks.sentences(4));
    }

    @Test
    void mapsThatHoldStatistics() {
        for (int s = 0; s < 4; s++) {
            HeaderNotes notes = s < 3 ? HeaderNotes.NONE.withIntent(s < 2 ? 3 : 5, 11, 0, "") : HeaderNotes.NONE;
            Volumes.writeSeries(List.of(TinyCohort.volumes()[s]), folder.resolve("sub-" + s + ".nii"), notes);
        }
        assertEquals(
                List.of(
                        "2 of 4 maps say in their headers that they hold t values: it is effects, not t, that"
                                + " belong in a group model.",
                        "1 of 4 maps say in their headers that they hold z values: it is effects, not z, that"
                                + " belong in a group model."),
                said());
    }
}
