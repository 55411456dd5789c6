package cohort.command.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OneOpenImage;
import cohort.analysis.OpenImages;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the windows of a run show its maps over. */
class ResultImagesTest {
    private static final Grid GRID = Grid.ofVoxelSize(6, 7, 5, 2, 2, 2);
    private static final int SUBJECTS = 4;
    private static final String GONE = " can no longer be read; auto uses another one.";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void update(String step, long done, long total) {}

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    };
    /** An image that is open under a title. */
    private final Volume open = Volume.of(
            GRID, IntStream.range(0, GRID.voxels()).mapToDouble(v -> v).toArray());

    private final double[] mean = new double[GRID.voxels()];

    /** Maps whose mean is on both sides of 0. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(5);
        for (int s = 1; s <= SUBJECTS; s++) {
            float[] values = new float[GRID.voxels()];
            for (int v = 0; v < values.length; v++) {
                values[v] = (float) random.nextGaussian();
                mean[v] += values[v] / (double) SUBJECTS;
            }
            Volumes.write(Volume.of(GRID, values), folder.resolve("maps" + s + ".nii"), "");
        }
        double[] ones = new double[GRID.voxels()];
        Arrays.fill(ones, 1);
        Volumes.write(Volume.of(GRID, ones), folder.resolve("mask.nii"), "");
    }

    private Backdrop.Shown whileItRuns(String background, OpenImages images) {
        try (GroupAnalysis analysis = analysis(background)) {
            return shown(ResultImages.of(analysis.fit(), analysis, images, progress, "")
                    .toList());
        }
    }

    private Backdrop.Shown readBack(String background, OpenImages images) {
        Path results = folder.resolve("results");
        try (GroupAnalysis analysis = analysis(background)) {
            analysis.fit().write(results);
        }
        return shown(ResultImages.of(GroupResults.read(results), results, images, progress, "")
                .toList());
    }

    private GroupAnalysis analysis(String background) {
        ModelSettings settings = ModelSettings.of(
                Map.of("maps", folder + "/maps*.nii", "mask", folder + "/mask.nii", "background", background));
        return GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE);
    }

    private static Backdrop.Shown shown(List<ContrastImages> contrasts) {
        return contrasts.get(0).first().backdrop().orElseThrow().shown();
    }

    private void assertMean(Backdrop.Shown shown) {
        assertTrue(Arrays.stream(mean).anyMatch(value -> value < 0));
        assertArrayEquals(mean, shown.volume().values(), 1e-6);
        assertEquals(List.of(), said);
    }

    private void assertMask(Backdrop.Shown shown) {
        assertEquals("mask", shown.name());
        assertTrue(Arrays.stream(shown.volume().values()).allMatch(value -> value == 0 || value == 1));
    }

    @Test
    void theMeanThatWasAskedForIsShownAlsoIfItIsNegative() {
        assertMean(whileItRuns("mean", OpenImages.NONE));
        assertMask(whileItRuns("auto", OpenImages.NONE));
        assertMask(whileItRuns("mask", OpenImages.NONE));
        assertEquals(List.of(), said);
    }

    @Test
    void theMeanOfARunOfBeforeIsThatOfItsMapsAsLongAsTheyAreThere() throws IOException {
        assertMean(readBack("mean", OpenImages.NONE));
        Files.delete(folder.resolve("maps1.nii"));
        Path results = folder.resolve("results");
        assertMask(shown(ResultImages.of(GroupResults.read(results), results, OpenImages.NONE, progress, "")
                .toList()));
        assertEquals(List.of("The background of the run, mean," + GONE), said);
    }

    /** As under the run's report. */
    @Test
    void theAnatomyBesideTheMapsIsShownUnlessItCannotBeRead() throws IOException {
        Path anatomy = folder.resolve("anatomy.nii");
        Volumes.write(open, anatomy, "");
        assertArrayEquals(
                open.values(), whileItRuns("auto", OpenImages.NONE).volume().values());
        assertArrayEquals(
                open.values(), readBack("auto", OpenImages.NONE).volume().values());
        assertMask(whileItRuns("mask", OpenImages.NONE));
        Files.writeString(anatomy, "no image");
        assertMask(whileItRuns("auto", OpenImages.NONE));
        assertMask(readBack("auto", OpenImages.NONE));
    }

    @Test
    void anOpenImageIsABackgroundAsLongAsItIsOpen() {
        OpenImages images = new OneOpenImage("anatomy", open);
        assertArrayEquals(open.values(), whileItRuns("anatomy", images).volume().values());
        assertArrayEquals(open.values(), readBack("anatomy", images).volume().values());
        assertEquals(List.of(), said);
        assertMask(whileItRuns("anatomy", OpenImages.NONE));
        assertEquals(List.of("The background of the run, anatomy," + GONE), said);
    }

    @Test
    void aFileIsABackgroundAsLongAsItIsThere() throws IOException {
        Path file = folder.resolve("template.nii");
        Volumes.write(open, file, "");
        assertArrayEquals(
                open.values(),
                whileItRuns(file.toString(), OpenImages.NONE).volume().values());
        Files.delete(file);
        assertMask(readBack(file.toString(), OpenImages.NONE));
        assertEquals(List.of("The background of the run, " + file + "," + GONE), said);
    }
}
