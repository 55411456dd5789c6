package cohort.memory;

import cohort.InputException;
import cohort.files.IOReason;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A temporary file of this machine's numbers. The system removes it when it is closed, when nobody holds it any more, and when
 * the program ends, however it ends: it has no name while it is open, or has the system's mark to be deleted. It is read and
 * written and not mapped into memory, so that what it holds does not count as the program's own memory, a full disk is an error
 * that can be told, and no mapping keeps it alive. May be used by several threads at once; an interrupt of one of them closes it.
 */
public final class ScratchFile implements Closeable {
    /** The most bytes that are read or written at a time. */
    public static final int CHUNK = 1 << 18;

    private final Path folder;
    private final FileChannel channel;
    private final ThreadLocal<ByteBuffer> rooms =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.nativeOrder()));

    private ScratchFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes an empty one.
     *
     * @param folder where; it is made if it is not there
     * @throws InputException if there can be none
     */
    static ScratchFile in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new ScratchFile(
                    folder,
                    FileChannel.open(
                            folder.resolve("cohort-" + UUID.randomUUID() + ".scratch"),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.SPARSE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new InputException(
                    "scratch: no temporary file can be created in " + folder + ", since " + IOReason.of(e)
                            + "; give a folder that can be written to.",
                    e);
        }
    }

    /** Room for {@link #CHUNK} bytes in this machine's order, empty; the calling thread's own. */
    public ByteBuffer room() {
        return rooms.get().clear();
    }

    /**
     * Writes what stands in a buffer.
     *
     * @param at the first byte's place in the file
     * @throws InputException if it cannot, as when the disk is full
     */
    public void write(long at, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) at += channel.write(bytes, at);
        } catch (IOException e) {
            throw new InputException(
                    "scratch: the temporary file in " + folder + " cannot be written, since " + IOReason.of(e)
                            + "; give a folder on a disk with more room.",
                    e);
        }
    }

    /**
     * Reads bytes that were written.
     *
     * @param at the first byte's place in the file
     * @param n how many, at most {@link #CHUNK}
     * @return the calling thread's own {@link #room}, which holds them until it is asked for again
     */
    public ByteBuffer read(long at, int n) {
        ByteBuffer room = room().limit(n);
        try {
            while (room.hasRemaining()) {
                int read = channel.read(room, at + room.position());
                if (read < 0) throw new EOFException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file in " + folder + " cannot be read back.", e);
        }
        return room.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file in " + folder + " cannot be closed.", e);
        }
    }
}
