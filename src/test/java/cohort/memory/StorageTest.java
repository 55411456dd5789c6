package cohort.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    private static final long MB = 1 << 20;

    @TempDir
    Path folder;

    private Storage auto(long memory) {
        return new Storage(Storage.Place.AUTO, folder, memory);
    }

    private static String mistake(Runnable work) {
        return assertThrows(InputException.class, work::run).getMessage();
    }

    @Test
    void aQuarterOfMemoryIsHeapAndMoreIsDisk() {
        assertTrue(auto(400).isHeap(100));
        assertFalse(auto(400).isHeap(101));
        assertTrue(new Storage(Storage.Place.HEAP, folder, 400).isHeap(101));
        assertFalse(new Storage(Storage.Place.DISK, folder, 400).isHeap(1));
    }

    @Test
    void namesItsPlaces() {
        assertEquals(Storage.Place.DISK, Storage.of("disk", folder.toString()).place());
        assertEquals(folder, Storage.of("disk", folder.toString()).folder());
        assertEquals(
                Path.of(System.getProperty("java.io.tmpdir")),
                Storage.automatic().folder());
        assertEquals("memory: found ram, expected one of auto, heap and disk.", mistake(() -> Storage.of("ram", "")));
    }

    @Test
    void refusesAFileForAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(
                "scratch: found the file " + file + ", expected a folder; give another name.",
                mistake(() -> Storage.of("auto", file.toString())));
        String mistake = mistake(() -> new Storage(Storage.Place.DISK, file.resolve("below"), MB).scratch());
        assertTrue(
                mistake.startsWith(
                        "scratch: no temporary file can be created in " + file.resolve("below") + ", since "),
                mistake);
    }

    /** 1,000 maps of 230,000 voxels are 230 million values: 920 MB as they are read, 1,840 MB in double precision. */
    @Test
    void saysHowManyBytesTheDiskLacks() {
        Storage storage = auto(64 * MB);
        storage.requireFree(2_760_000_000L, 2_760_000_000L, 1000, 230_000);
        assertEquals(
                "scratch: found 2,632 MB free in " + folder
                        + ", expected 2,633 MB (2,760,000,000 bytes) for 1,000 maps of"
                        + " 230,000 voxels; give scratch=FOLDER on a larger disk, or a smaller mask.",
                mistake(() -> storage.requireFree(2_760_000_000L, 2_759_999_999L, 1000, 230_000)));
    }

    @Test
    void refusesWhatNoDiskHolds() {
        String mistake = mistake(() -> auto(1L << 40).require(1L << 20, 1L << 30, 8, 1L << 30, 9));
        assertTrue(mistake.contains("expected 17,179,869,184 MB (18,014,398,509,481,984 bytes)"), mistake);
        auto(1L << 40).require(1L << 10, 1L << 10, 8, 1L << 10, 9);
        mistake = mistake(() -> auto(MB).requireMatrix(1L << 20, 1L << 30));
        assertTrue(mistake.contains("(9,007,199,254,740,992 bytes)"), mistake);
    }

    @Test
    void saysHowMuchMemoryIsLacking() {
        assertEquals(
                "memory: found 100 MB that Java may use, expected at least 9,156 MB for 20 maps of 300,000,000 voxels;"
                        + " analyse images of fewer voxels, or give Java more (-Xmx).",
                mistake(() -> auto(100 * MB).require(20, 300_000_000, 4, 1, 4)));
        assertEquals(
                "memory: found 100 MB that Java may use, expected at least 412 MB for 100 maps of 1,000,000 voxels; give"
                        + " memory=disk, or give Java more (-Xmx).",
                mistake(() -> new Storage(Storage.Place.HEAP, folder, 100 * MB).require(100, 1_000_000, 4, 1, 40)));
        assertEquals(
                "memory: found 100 MB that Java may use, expected at least 107 MB for 2 maps of 1,000,000 voxels;"
                        + " analyse images of fewer voxels, or give Java more (-Xmx).",
                mistake(() -> auto(100 * MB).require(2, 1_000_000, 4, 1, 14)));
        assertEquals(
                "memory: found 100 MB that Java may use, expected at least 763 MB for 100 maps of 1,000,000 voxels; give"
                        + " memory=disk, or give Java more (-Xmx).",
                mistake(() -> new Storage(Storage.Place.HEAP, folder, 100 * MB).requireMatrix(100, 1_000_000)));
    }

    /** 20 maps of a million voxels are 153 MB in double precision, and as much again for each covariate. */
    @Test
    void countsCovariatesThatAreMaps() {
        Storage heap = new Storage(Storage.Place.HEAP, folder, 400 * MB);
        heap.requireMatrices(20, 1_000_000, 1);
        assertEquals(
                "memory: found 400 MB that Java may use, expected at least 458 MB for 60 maps of 1,000,000 voxels; give"
                        + " memory=disk, or give Java more (-Xmx).",
                mistake(() -> heap.requireMatrices(20, 1_000_000, 2)));
        String mistake = mistake(() -> auto(MB).requireMatrices(1L << 20, 1L << 30, 3));
        assertTrue(mistake.contains("(36,028,797,018,963,968 bytes) for 4,194,304 maps"), mistake);
    }

    /** A map of a million voxels takes 32 MB while it is worked on; a quarter of memory is for such maps. */
    @Test
    void worksOnAsManyMapsAsMemoryBears() {
        Parallelization.runWithNumThreads(4, () -> {
            assertEquals(4, auto(4096 * MB).together(1_000_000));
            assertEquals(2, auto(320 * MB).together(1_000_000));
            assertEquals(1, auto(MB).together(1_000_000));
            int[] threads = new int[2];
            auto(320 * MB)
                    .limited(
                            1_000_000,
                            () -> threads[0] = Parallelization.getTaskExecutor().getParallelism());
            auto(4096 * MB)
                    .limited(
                            1_000_000,
                            () -> threads[1] = Parallelization.getTaskExecutor().getParallelism());
            assertEquals(List.of(2, 4), List.of(threads[0], threads[1]));
        });
    }

    @Test
    void tellsAShortageOfMemoryHoweverItArrives() {
        Throwable shortage = new OutOfMemoryError("Java heap space");
        for (Throwable failure : new Throwable[] {
            shortage, new ExecutionException(shortage), new IllegalStateException(new ExecutionException(shortage))
        })
            assertTrue(MemoryShortage.sentence(failure)
                    .orElseThrow()
                    .matches("memory: the [\\d,]+ MB that Java may use are not enough; .* or memory=disk\\."));
        assertTrue(MemoryShortage.sentence(new IllegalStateException("x")).isEmpty());
    }

    @Test
    void theFileIsGoneWhenItIsClosed() throws IOException {
        try (ScratchFile file = auto(MB).scratch()) {
            file.write(5L << 32, file.room().putLong(0, 42).limit(8));
            assertEquals(42, file.read(5L << 32, 8).getLong());
        }
        assertEquals(List.of(), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Holds a file of a megabyte open until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        ScratchFile file = new Storage(Storage.Place.DISK, Path.of(args[0]), MB).scratch();
        for (int i = 0; i < 4; i++) {
            ByteBuffer room = file.room();
            file.write((long) i * ScratchFile.CHUNK, room);
        }
        System.out.println(file.read(0, 8).remaining());
        Thread.sleep(Long.MAX_VALUE);
    }

    /** By a signal that no program can catch. */
    @Test
    void theFileIsGoneWhenTheProgramIsKilled() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('8', holder.getInputStream().read());
        } finally {
            holder.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), files());
    }
}
