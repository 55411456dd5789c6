package cohort.data.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SampleCohortTest {

    @TempDir
    Path folder;

    @Test
    void filesAreTheSameWhateverTheThreads() throws IOException {
        Path one = folder.resolve("one"), two = folder.resolve("two");
        Parallelization.runSingleThreaded(() -> SampleCohort.write(one, 3, 5, Progress.NONE));
        Parallelization.runWithNumThreads(2, () -> SampleCohort.write(two, 3, 5, Progress.NONE));
        for (String file : List.of("participants.tsv", "sub-01.nii.gz", "sub-02.nii.gz", "sub-03.nii.gz"))
            assertEquals(-1, Files.mismatch(one.resolve(file), two.resolve(file)), file);
    }

    @Test
    void filesHoldTheMaps() {
        SampleCohort.write(folder, 2, 5, Progress.NONE);
        Volume read = Volumes.read(folder.resolve("sub-02.nii.gz")), drawn = SampleCohort.map(1, 5);
        assertEquals(drawn.grid(), read.grid());
        assertArrayEquals(drawn.values(), read.values());
    }

    @Test
    void tableNamesEveryMap() throws IOException {
        Path table = SampleCohort.write(folder, 4, 0, Progress.NONE);
        List<String> lines = Files.readAllLines(table);
        assertEquals("participant_id\tmap\tage\tsex\thandedness", lines.get(0));
        assertEquals(5, lines.size());
        for (String line : lines.subList(1, 5)) {
            String[] cells = line.split("\t");
            assertEquals(cells[0] + ".nii.gz", cells[1]);
            assertTrue(Files.exists(folder.resolve(cells[1])), cells[1]);
            int age = Integer.parseInt(cells[2]);
            assertTrue(age >= 20 && age <= 60, line);
            assertTrue(cells[3].matches("[FM]") && cells[4].matches("left|right"), line);
        }
    }

    @Test
    void progressHearsOfEveryMap() {
        AtomicLong last = new AtomicLong();
        SampleCohort.write(folder, 3, 0, new Heard(last, false));
        assertEquals(3, last.get());
    }

    @Test
    void cancelingLeavesNoTable() {
        Progress canceled = new Heard(new AtomicLong(), true);
        assertThrows(CancellationException.class, () -> SampleCohort.write(folder, 3, 0, canceled));
        assertFalse(Files.exists(folder.resolve("participants.tsv")));
    }

    @Test
    void oneSubjectIsNoCohort() {
        InputException e = assertThrows(InputException.class, () -> SampleCohort.write(folder, 1, 0, Progress.NONE));
        assertTrue(e.getMessage().startsWith("subjects=1 "), e.getMessage());
    }

    /** Maps with twice the effect differ from the usual ones where the truth says so, and by as much as these from none. */
    @Test
    void theEffectAloneIsScaled() {
        double[][] maps = new double[3][];
        for (int effect = 0; effect < 3; effect++) {
            Path cohort = folder.resolve("effect-" + effect);
            SampleCohort.write(cohort, 2, 5, effect, Progress.NONE);
            maps[effect] = Volumes.read(cohort.resolve("sub-01.nii.gz")).values();
        }
        assertArrayEquals(SampleCohort.map(0, 5).values(), maps[1]);
        double[] truth = SampleCohort.truth().values();
        int changed = 0;
        for (int v = 0; v < truth.length; v++) {
            assertEquals(maps[1][v] - maps[0][v], maps[2][v] - maps[1][v], 1e-6);
            double change = maps[1][v] - maps[0][v];
            if (change != 0) {
                changed++;
                assertEquals(truth[v], Math.signum(change), "voxel " + v);
            }
        }
        assertTrue(changed > 500, changed + " voxels");
    }

    @Test
    void anEffectThatIsNoNumberIsRefused() {
        InputException e =
                assertThrows(InputException.class, () -> SampleCohort.write(folder, 2, 0, Double.NaN, Progress.NONE));
        assertTrue(e.getMessage().startsWith("effect: found NaN"), e.getMessage());
    }

    @Test
    void someonesOwnTableIsNotOverwritten() throws IOException {
        Path own = folder.resolve("participants.tsv");
        Files.writeString(own, "participant_id\tmap\nrat1\trat1.nii\n");
        InputException e = assertThrows(InputException.class, () -> SampleCohort.write(folder, 2, 0, Progress.NONE));
        assertTrue(e.getMessage().startsWith(own + " "), e.getMessage());
        assertEquals("participant_id\tmap\nrat1\trat1.nii\n", Files.readString(own));
        assertFalse(Files.exists(folder.resolve("sub-01.nii.gz")));
    }

    @Test
    void sampleCohortIsReplaced() throws IOException {
        SampleCohort.write(folder, 3, 0, Progress.NONE);
        SampleCohort.write(folder, 2, 1, Progress.NONE);
        assertEquals(3, Files.readAllLines(folder.resolve("participants.tsv")).size());
        assertArrayEquals(
                SampleCohort.map(0, 1).values(),
                Volumes.read(folder.resolve("sub-01.nii.gz")).values());
    }

    @Test
    void folderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "text");
        InputException e = assertThrows(InputException.class, () -> SampleCohort.write(file, 2, 0, Progress.NONE));
        assertTrue(e.getMessage().contains("taken"), e.getMessage());
    }

    private record Heard(AtomicLong done, boolean isCanceled) implements Progress {
        @Override
        public void update(String step, long units, long total) {
            done.accumulateAndGet(units, Math::max);
        }

        @Override
        public void say(String sentence) {}
    }
}
