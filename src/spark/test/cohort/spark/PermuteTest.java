package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.analysis.record.RunRecord;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.BlockWork;
import cohort.permute.executor.ShuffleBlock;
import cohort.permute.executor.SplitWork;
import cohort.permute.shuffle.Shuffle;
import cohort.subjects.MapSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermuteTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void choose() {
        System.setProperty("spark.master", "local[2]");
    }

    @AfterAll
    static void unchoose() {
        System.clearProperty("spark.master");
    }

    @Test
    void everyPlaceGivesTheSameBits() throws IOException {
        Study study = Study.write(folder);
        Path heap = study.here(Study.ALL, "heap");
        Study.same(heap, study.here(Study.ALL, "disk"));
        for (int partitions : new int[] {1, 2, 7}) {
            Path there = folder.resolve("there-" + partitions);
            assertEquals(Optional.empty(), study.there(Study.ALL + "partitions=" + partitions, there));
            Study.same(heap, there);
            Map<String, String> facts = RunRecord.read(there.resolve("run.json")).software();
            assertEquals("local[2]", facts.get("Spark master"));
            assertEquals("1", facts.get("Spark executors"));
            assertEquals(Integer.toString(partitions), facts.get("Spark partitions"));
        }
    }

    @Test
    void screenedFlipsAreTheSameToo() throws IOException {
        Study study = Study.write(folder);
        Path there = folder.resolve("there");
        assertEquals(Optional.empty(), study.there(Study.FLIPS + "partitions=3", there));
        Study.same(study.here(Study.FLIPS, "heap"), there);
    }

    @Test
    void aSecondRunTakesWhatWasKept() {
        List<Integer> made = new ArrayList<>();
        BlockExecutor counting = new BlockExecutor() {
            @Override
            public int tasks() {
                return 1;
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                blocks.forEach(block -> made.add(block.first()));
                return blocks.stream().map(work::evaluate).toList();
            }
        };
        BlockWork work = new BlockWork() {
            @Override
            public BlockResult evaluate(ShuffleBlock block) {
                return new BlockResult(block.first(), new double[][][] {{{block.first() + 0.5}}}, new int[][] {{7}});
            }

            @Override
            public SplitWork split() {
                throw new AssertionError("nothing is split");
            }
        };
        List<ShuffleBlock> blocks = Stream.of(0, 1, 2)
                .map(first -> new ShuffleBlock(first, List.of(Shuffle.identity(3))))
                .toList();
        Checkpoint kept = Checkpoint.open(folder, "a question");
        new CheckpointedBlocks(counting, kept).evaluate(blocks.subList(0, 2), work);
        BlockExecutor again = new CheckpointedBlocks(counting, Checkpoint.open(folder, "a question"));
        List<BlockResult> results = again.evaluate(blocks, work);
        assertEquals(List.of(0, 1, 2), made);
        for (int b = 0; b < 3; b++) {
            assertEquals(b + 0.5, results.get(b).maxima()[0][0][0]);
            assertEquals(7, results.get(b).reached()[0][0]);
        }
        assertEquals(Optional.empty(), Checkpoint.open(folder, "another question").find(0, 1));
        assertEquals(Optional.empty(), kept.find(0, 2));
    }

    @Test
    void whatWasCutOffIsMadeAgain() throws IOException {
        Checkpoint kept = Checkpoint.open(folder, "a question");
        kept.keep(new BlockResult(4, new double[][][] {{{1, 2}}}, new int[][] {{}}));
        assertTrue(kept.find(4, 2).isPresent());
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 3]++;
            Files.write(file, bytes);
        }
        assertEquals(Optional.empty(), kept.find(4, 2));
        kept.delete();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /** What an executor keeps is gone when the results are written. */
    @Test
    void aRunWithACheckpointLeavesNone() throws IOException {
        Study study = Study.write(folder);
        Path there = folder.resolve("there"), kept = folder.resolve("kept");
        assertEquals(Optional.empty(), study.there(Study.FLIPS + "partitions=2 checkpoint=[" + kept + "]", there));
        Study.same(study.here(Study.FLIPS, "heap"), there);
        try (Stream<Path> files = Files.list(kept)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void otherBytesOnAnExecutorAreRefused() throws IOException {
        Study.write(folder);
        Path map = folder.resolve("maps/3.nii.gz");
        MapFile file = new MapFile(map.toString(), 0, new int[] {3}, new MapSource.Part[] {MapSource.Part.WHOLE}, new int[1]);
        Grid grid = Grid.ofVoxelSize(18, 17, 16, 2, 2, 2);
        MapReading reading =
                new MapReading(grid, "", Double.NaN, Mask.everywhere(grid), 0, Map.of(map.toString(), "0123"));
        String changed = assertThrows(InputException.class, () -> reading.read(file, "executor 1 at there")).getMessage();
        assertTrue(changed.startsWith(map + ": found other bytes on executor 1 at there"), changed);
        Files.delete(map);
        String gone = assertThrows(InputException.class, () -> reading.read(file, "executor 1 at there")).getMessage();
        assertTrue(gone.startsWith("On executor 1 at there: ") && gone.contains(map.toString()), gone);
    }

    @Test
    void mistakesAreOneSentenceAndNothingIsWritten() throws IOException {
        Study study = Study.write(folder);
        Path there = folder.resolve("there");
        assertTrue(study.there(Study.FLIPS + "partitions=some", there).orElse("").startsWith("partitions: found some"));
        assertTrue(study.there("contrast=weight", there).isPresent());
        assertFalse(Files.exists(there));
    }
}
