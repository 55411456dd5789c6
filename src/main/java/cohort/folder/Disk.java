package cohort.folder;

import cohort.files.IOConsumer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What a folder of results asks of the system: every step that can fail. */
public interface Disk {
    /** The system's own. */
    Disk SYSTEM = new SystemDisk();

    /** A name of this process that no other one has or had. */
    String process();

    /** Makes a folder in one that is there; fails if the name is taken. */
    void createFolder(Path folder) throws IOException;

    /** Makes an empty file; fails if the name is taken. */
    void createFile(Path file) throws IOException;

    /** Writes a new file down to the medium. */
    void write(Path file, IOConsumer<? super OutputStream> content) throws IOException;

    /** Gives a file another name in one step; a file that had the name is gone. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder, if it is there. */
    void delete(Path path) throws IOException;

    /**
     * Locks a file against other processes; makes it if need be.
     *
     * @return lets it go when closed; nothing if it is locked
     */
    Optional<Closeable> lock(Path file) throws IOException;

    /**
     * Has something done when the process is told to end.
     *
     * @return takes it back when run
     * @throws IOException if it has been told already
     */
    Runnable atExit(Runnable work) throws IOException;
}
