package cohort.folder;

import cohort.files.AtomicFile;
import cohort.files.IOConsumer;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** The file system as Java has it. */
final class SystemDisk implements Disk {
    private static final int BUFFER = 1 << 16;

    @Override
    public String process() {
        ProcessHandle process = ProcessHandle.current();
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void createFile(Path file) throws IOException {
        Files.createFile(file);
    }

    @Override
    public void write(Path file, IOConsumer<? super OutputStream> content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.accept(out);
            out.flush();
            channel.force(false); // or else a new name could outlive a loss of power that the bytes do not
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        AtomicFile.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return Optional.of(channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) { // some network drives have no locks; there the name of the process must do
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public Runnable atExit(Runnable work) throws IOException {
        Thread hook = new Thread(work, "Cohort: clear what is half-written");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new IOException("the program is about to end", e);
        }
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) { // it is running
                return;
            }
        };
    }
}
