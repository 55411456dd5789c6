package cohort;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a damaged file under watch. The processor's time of the thread counts, so that a busy computer is no failure, and
 * the bytes that the thread asks for.
 */
public final class Watched {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SECOND = 1_000_000_000L;

    /** What the buffers for one file and the sentence take, however small it is. */
    private static final long BUFFERS = 1 << 20;

    private Watched() {}

    /**
     * What a reader gives, or nothing if it refuses the file in one sentence that names it.
     *
     * @param file whose name without its suffix the sentence must begin with or hold
     * @param honest bytes that the file's contents take in memory; at most four times as much may be asked for
     * @throws AssertionError if it fails otherwise, takes over a second or asks for too much memory
     */
    public static <T> Optional<T> read(Path file, long honest, Supplier<T> reader) {
        Run<T> run = run(file, reader);
        long most = 4 * honest + BUFFERS;
        // Classes are loaded when they are first used, which is not the file's doing and does not happen twice.
        if (run.bytes > most || run.nanoseconds > SECOND) run = run(file, reader);
        assertTrue(run.nanoseconds <= SECOND, file + " takes over a second");
        assertTrue(run.bytes <= most, file + " takes " + run.bytes + " bytes, its honest size is " + honest);
        return run.result;
    }

    private record Run<T>(Optional<T> result, long nanoseconds, long bytes) {}

    private static <T> Run<T> run(Path file, Supplier<T> reader) {
        long time = THREAD.getCurrentThreadCpuTime(), bytes = THREAD.getCurrentThreadAllocatedBytes();
        Optional<T> result;
        try {
            result = Optional.of(reader.get());
        } catch (InputException e) {
            assertSentence(e.getMessage(), file);
            result = Optional.empty();
        }
        return new Run<>(
                result, THREAD.getCurrentThreadCpuTime() - time, THREAD.getCurrentThreadAllocatedBytes() - bytes);
    }

    private static void assertSentence(String message, Path file) {
        String stem = file.toString().replaceAll("\\.(hdr|img|csv|nhdr|mhd)$", "");
        assertTrue(message.contains(stem), message);
        assertTrue(message.endsWith("."), message);
        assertFalse(message.contains("\n") || message.contains("Exception") || message.contains("null"), message);
    }
}
