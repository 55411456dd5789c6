package cohort.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The right to change a folder of results, which one run has at a time. Among processes a locked file tells who has it. A
 * process that closes any channel of a file loses all its locks on it (POSIX), so within one a file named after the process
 * is asked before.
 */
final class FolderLock implements Closeable {
    static final String LOCK = ".cohort.lock";

    private final Disk disk;
    private final Path file, mark;
    private final Closeable lock;

    private FolderLock(Disk disk, Path file, Path mark, Closeable lock) {
        this.disk = disk;
        this.file = file;
        this.mark = mark;
        this.lock = lock;
    }

    /** @return nothing if another run has it */
    static Optional<FolderLock> of(Path folder, Disk disk) throws IOException {
        Path file = folder.resolve(LOCK), mark = folder.resolve(LOCK + "." + disk.process());
        try {
            disk.createFile(mark);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
        Optional<Closeable> lock = Optional.empty();
        try {
            lock = disk.lock(file);
            // One that had it may have deleted the file after it was opened here: then what is locked is nobody's.
            if (lock.isPresent() && Files.notExists(file)) {
                lock.get().close();
                lock = Optional.empty();
            }
        } finally {
            if (lock.isEmpty()) disk.delete(mark);
        }
        return lock.map(held -> new FolderLock(disk, file, mark, held));
    }

    /** Whether a file is the mark of this lock. */
    boolean owns(Path path) {
        return path.equals(mark) || path.equals(file);
    }

    @Override
    public void close() throws IOException {
        try {
            disk.delete(file);
        } finally {
            lock.close();
            disk.delete(mark);
        }
    }
}
