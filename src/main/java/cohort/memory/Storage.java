package cohort.memory;

import cohort.InputException;
import cohort.files.GivenPath;
import cohort.files.IOReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import net.imglib2.parallel.Parallelization;

/**
 * Where data live that grow with the number of maps.
 *
 * @param place what the user asks for
 * @param folder takes temporary files
 * @param memory bytes that the program may have
 */
public record Storage(Place place, Path folder, long memory) {
    /** The part of memory that one kind of data may take. */
    private static final int PART = 4;
    /** What a map takes while it is worked on: as it is read, twice in double precision, and as it comes out. */
    private static final int WORKING = 4 * Double.BYTES;

    /** The places to choose from. */
    public enum Place {
        /** The heap where a quarter of it is enough, otherwise a temporary file. */
        AUTO,
        /** Java's memory. */
        HEAP,
        /** A temporary file. */
        DISK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is chosen where nobody chooses. */
    public static Storage automatic() {
        return of("auto", "");
    }

    /**
     * The place that keys name.
     *
     * @param memory {@code auto}, {@code heap} or {@code disk}
     * @param scratch a folder; empty for the system's
     * @throws InputException if there is no such place, or a file of the folder's name
     */
    public static Storage of(String memory, String scratch) {
        Path folder = GivenPath.find("scratch", scratch).orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw new InputException("scratch: found the file " + folder + ", expected a folder; give another name.");
        return new Storage(place(memory), folder, Runtime.getRuntime().maxMemory());
    }

    /** @throws InputException if there is no place of the name */
    public static Place place(String memory) {
        return Arrays.stream(Place.values())
                .filter(place -> place.toString().equals(memory))
                .findFirst()
                .orElseThrow(
                        () -> new InputException("memory: found " + memory + ", expected one of auto, heap and disk."));
    }

    /** Whether data of this many bytes live in the heap. */
    public boolean isHeap(long bytes) {
        return place == Place.HEAP || place == Place.AUTO && bytes <= memory / PART;
    }

    /** An empty temporary file. */
    public ScratchFile scratch() {
        return ScratchFile.in(folder);
    }

    /** How many maps of this many voxels may be worked on at a time, at most one per thread. */
    public int together(long voxels) {
        long fit = memory / PART / Math.max(1, WORKING * voxels);
        return (int) Math.max(1, Math.min(fit, Parallelization.getTaskExecutor().getParallelism()));
    }

    /** Does work in which each thread has a map of this many voxels at hand, on no more threads than memory bears. */
    public void limited(long voxels, Runnable work) {
        int threads = together(voxels);
        if (threads == Parallelization.getTaskExecutor().getParallelism()) work.run();
        else Parallelization.runWithNumThreads(threads, work);
    }

    /**
     * Refuses maps for which there is not room enough, before one is read.
     *
     * @param maps how many
     * @param voxels of each
     * @param bytes of a voxel as it is read, 4 or 8
     * @param analysed how many voxels of each are kept at most
     * @param results how many maps come out at least
     * @throws InputException if memory or the disk do not suffice
     */
    public void require(long maps, long voxels, int bytes, long analysed, int results) {
        long read = maps * voxels * bytes, kept = maps * analysed * Double.BYTES;
        long before = WORKING * voxels + (isHeap(read) ? read : 0), after = results * voxels * Double.BYTES;
        requireMemory(Math.max(before, after), maps, voxels);
        requireFree((isHeap(read) ? 0 : read) + (isHeap(kept) ? 0 : kept), free(), maps, voxels);
    }

    /**
     * Refuses a matrix for which there is not room enough, before it is filled.
     *
     * @param voxels that are analysed
     * @throws InputException if memory or the disk do not suffice
     */
    public void requireMatrix(long maps, long voxels) {
        requireMatrices(maps, voxels, 0);
    }

    /**
     * Refuses the matrices of maps and of their covariates, which are held at once, before one is filled.
     *
     * @param maps how many
     * @param voxels that are analysed
     * @param covariates how many have a value of their own in each voxel of each map; together they live in one place
     * @throws InputException if memory or the disk do not suffice
     */
    public void requireMatrices(long maps, long voxels, int covariates) {
        long own = maps * voxels * Double.BYTES, others = covariates * own, all = maps * (1 + covariates);
        long heap = (isHeap(own) ? own : 0) + (isHeap(others) ? others : 0), disk = own + others - heap;
        if (heap > 0) requireMemory(heap, all, voxels);
        if (disk > 0) requireFree(disk, free(), all, voxels);
    }

    private void requireMemory(long bytes, long maps, long voxels) {
        if (bytes <= memory) return;
        throw new InputException(String.format(
                Locale.ROOT,
                "memory: found %,d MB that Java may use, expected at least %,d MB for %,d maps of %,d voxels;"
                        + " %sgive Java more"
                        + " (-Xmx).",
                memory >> 20,
                megabytes(bytes),
                maps,
                voxels,
                place == Place.HEAP ? "give memory=disk, or " : "analyse images of fewer voxels, or "));
    }

    /** @throws InputException if less is free than is needed */
    void requireFree(long bytes, long free, long maps, long voxels) {
        if (bytes <= free) return;
        throw new InputException(String.format(
                Locale.ROOT,
                "scratch: found %,d MB free in %s, expected %,d MB (%,d bytes) for %,d maps of %,d voxels; give scratch=FOLDER on a"
                        + " larger disk, or a smaller mask.",
                free >> 20,
                folder,
                megabytes(bytes),
                bytes,
                maps,
                voxels));
    }

    private long free() {
        try {
            Path there = folder.toAbsolutePath();
            while (Files.notExists(there) && there.getParent() != null) there = there.getParent();
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new InputException(
                    "scratch: found no disk for " + folder + ", since " + IOReason.of(e) + "; give another folder.", e);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
