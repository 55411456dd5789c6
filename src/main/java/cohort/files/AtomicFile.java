package cohort.files;

import cohort.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that are whole or not there: the bytes go to a temporary file in the same folder, which takes the final
 * name when all of them are written.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /**
     * Writes a file, replacing one of that name. Folders on the way are created. If anything fails, the file that had the
     * name is untouched and the temporary file is gone.
     *
     * @param path the final name
     * @param content writes the bytes to the (buffered) stream it gets; need not close it
     * @throws InputException if the folder or the file cannot be written; the message names it and says why
     */
    public static void write(Path path, IOConsumer<? super OutputStream> content) {
        Path target = path.toAbsolutePath().normalize();
        requireNoFolder(path, target);
        try {
            Files.createDirectories(target.getParent());
            // Not the target's name and more: that may be as long as names can be. The process tells who may be at it.
            Path part = target.resolveSibling(
                    ".cohort-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part");
            try {
                // Not createTempFile: its files can be read by their owner alone, also under their final name.
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER)) {
                    content.accept(out);
                }
                rename(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Sees to it, before any long computation begins, that a file can be made.
     *
     * @throws InputException if a folder has its name, or the nearest folder that is there cannot be written
     */
    public static void requirePlace(Path path) {
        Path target = path.toAbsolutePath().normalize(), folder = target.getParent();
        requireNoFolder(path, target);
        while (folder.getParent() != null && Files.notExists(folder)) folder = folder.getParent();
        if (!Files.isDirectory(folder)) throw unwritable(path, new NotDirectoryException(folder.toString()));
        if (!Files.isWritable(folder)) throw unwritable(path, new AccessDeniedException(folder.toString()));
    }

    private static void requireNoFolder(Path path, Path target) {
        if (Files.isDirectory(target))
            throw new InputException(path + " cannot be written because it is a folder; give the name of a file.");
    }

    private static InputException unwritable(Path path, IOException e) {
        return new InputException(
                path + " cannot be written: " + IOReason.of(e) + "; give a file in a folder that can be written.", e);
    }

    /** Gives a file another name in one step, where the file system can. */
    public static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
