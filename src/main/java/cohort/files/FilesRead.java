package cohort.files;

import cohort.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The files that a run reads, each with the digest of the bytes that were parsed: whoever opens a file adds it. May be used by
 * several threads at once.
 */
public final class FilesRead {
    /** Digests by file, by the file that was asked for: an image may lie in several. */
    private final Map<Path, Map<Path, String>> digests = new LinkedHashMap<>();

    private final boolean kept;

    private FilesRead(boolean kept) {
        this.kept = kept;
    }

    /** None so far. */
    public static FilesRead begin() {
        return new FilesRead(true);
    }

    /** For whoever does not want to know; no digests are taken. */
    public static FilesRead ignored() {
        return new FilesRead(false);
    }

    /** Whether digests are wanted. */
    public boolean isKept() {
        return kept;
    }

    /**
     * Adds a file.
     *
     * @param asked the file that was asked for
     * @param file that file, or another that belongs to it
     * @param sha256 the digest of the bytes that were parsed
     * @throws InputException if it was read before, and has changed in between
     */
    public synchronized void add(Path asked, Path file, String sha256) {
        if (!kept) return;
        boolean changed = digests.values().stream()
                .flatMap(files -> Stream.ofNullable(files.get(file)))
                .anyMatch(earlier -> !earlier.equals(sha256));
        if (changed) throw changed(file);
        digests.computeIfAbsent(asked, key -> new LinkedHashMap<>()).put(file, sha256);
    }

    /**
     * All files, each once: first those that were asked for by one thread, in the order of reading.
     *
     * @param last those that were read by several threads, in the order in which they shall come
     * @param entry makes an entry of a file and its digest
     */
    public synchronized <T> List<T> list(List<Path> last, BiFunction<Path, String, T> entry) {
        Map<Path, String> all = new LinkedHashMap<>();
        Set<Path> later = Set.copyOf(last);
        digests.forEach((asked, files) -> {
            if (!later.contains(asked)) all.putAll(files);
        });
        for (Path asked : last) digests.getOrDefault(asked, Map.of()).forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .map(file -> entry.apply(file.getKey(), file.getValue()))
                .toList();
    }

    private static InputException changed(Path file) {
        return new InputException(
                file + " changed while it was being read; leave the files alone during a run, and start it again.");
    }

    /**
     * What says that a file is still the one that was opened.
     *
     * @param file the file
     * @param bytes its size
     * @param modified when it was last written
     */
    public record Stamp(Path file, long bytes, FileTime modified) {
        public static Stamp of(Path file) throws IOException {
            return new Stamp(file, Files.size(file), Files.getLastModifiedTime(file));
        }

        /** @throws InputException if it is not */
        public void requireSame() throws IOException {
            if (Files.notExists(file) || !of(file).equals(this)) throw changed(file);
        }
    }
}
