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
    private static final long NANOSECONDS = 1_000_000_000L;

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
        long time = THREAD.getCurrentThreadCpuTime(), bytes = THREAD.getCurrentThreadAllocatedBytes();
        Optional<T> result;
        try {
            result = Optional.of(reader.get());
        } catch (InputException e) {
            assertSentence(e.getMessage(), file);
            result = Optional.empty();
        }
        long asked = THREAD.getCurrentThreadAllocatedBytes() - bytes;
        assertTrue(THREAD.getCurrentThreadCpuTime() - time < NANOSECONDS, file + " takes over a second");
        assertTrue(asked <= 4 * honest + BUFFERS, file + " takes " + asked + " bytes, its honest size is " + honest);
        return result;
    }

    private static void assertSentence(String message, Path file) {
        String stem = file.toString().replaceAll("\\.(hdr|img|csv)$", "");
        assertTrue(message.contains(stem), message);
        assertTrue(message.endsWith("."), message);
        assertFalse(message.contains("\n") || message.contains("Exception") || message.contains("null"), message);
    }
}
