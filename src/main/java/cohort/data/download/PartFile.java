package cohort.data.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is being downloaded: {@code NAME.part} beside its final name, locked, so that a later attempt continues where
 * this one ended and no other client writes to it. A second client gets a part of its own, which it does not leave behind.
 */
final class PartFile implements Closeable {
    private final Path target, part;
    private final FileChannel channel;
    private final boolean own;

    private PartFile(Path target, Path part, FileChannel channel, boolean own) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.own = own;
    }

    /**
     * Opens the part of a file. The file itself may have been completed by another client just before; ask {@link
     * #isNeedless}.
     */
    static PartFile open(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path shared = target.resolveSibling(target.getFileName() + ".part");
        FileChannel channel = openChannel(shared);
        if (lock(channel).isPresent()) return new PartFile(target, shared, channel, false);
        channel.close();
        Path own = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        return new PartFile(target, own, openChannel(own), true);
    }

    private static FileChannel openChannel(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Optional<FileLock> lock(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) { // another thread of this program has it
            return Optional.empty();
        } catch (IOException e) { // some network drives have no locks
            return Optional.empty();
        }
    }

    /** Whether the file is complete by another client's work. Nothing may be written then: the lock may be that file's. */
    boolean isNeedless() {
        return Files.exists(target);
    }

    /** Bytes there are. */
    long size() throws IOException {
        return channel.size();
    }

    /** Forgets all bytes. */
    void clear() throws IOException {
        channel.truncate(0);
    }

    /** Adds bytes at the end. */
    void append(ByteBuffer bytes) throws IOException {
        channel.position(channel.size());
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /** The bytes from the first on. Closing it closes the file. */
    InputStream read() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    /** Gives the file its final name. */
    void complete() throws IOException {
        channel.force(false);
        if (!isNeedless()) Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves the bytes for a later attempt, unless the file is there or they are a second client's. */
    @Override
    public void close() throws IOException {
        // Deleted for no other reason: another client may have opened it and be about to lock it. Once the file is
        // there, that client will see it and write nothing.
        if (own || isNeedless()) Files.deleteIfExists(part);
        channel.close();
    }
}
