package cohort.folder;

import cohort.files.IOConsumer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A disk that fails at one of its steps. */
public final class FaultyDisk implements Disk {
    /** How it fails. */
    public enum Fault {
        /** The process ends in the middle of the step, and does nothing any more. */
        CRASH,
        /** From that step on there is no room. */
        FULL,
        /** That step alone fails. */
        ERROR
    }

    /** The end of the process. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Fault fault;
    private final int at;
    private final List<Closeable> locks = new ArrayList<>();
    private int step;

    /** @param at which step fails, from 1 */
    public FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Whether it came to the step that fails. */
    public boolean hasFailed() {
        return step >= at;
    }

    /** @return whether the step fails */
    private synchronized boolean fails(boolean takesRoom) throws IOException {
        step++;
        if (fault == Fault.CRASH && step > at) throw new Crash();
        return fault == Fault.FULL ? step >= at && takesRoom : step == at;
    }

    private void fail() throws IOException {
        if (fault != Fault.CRASH) throw new IOException("No space left on device");
        for (Closeable lock : locks) lock.close();
        throw new Crash();
    }

    /** Another one than that of the process that looks at the folder afterwards. */
    @Override
    public String process() {
        return "0-" + at;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (fails(true)) fail();
        SYSTEM.createFolder(folder);
    }

    @Override
    public void createFile(Path file) throws IOException {
        if (fails(true)) fail();
        SYSTEM.createFile(file);
    }

    @Override
    public void write(Path file, IOConsumer<? super OutputStream> content) throws IOException {
        if (!fails(true)) {
            SYSTEM.write(file, content);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.accept(bytes);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes.toByteArray(), 0, bytes.size() / 2);
        }
        fail();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (fails(false)) fail();
        SYSTEM.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        if (fails(false)) fail();
        SYSTEM.delete(path);
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        if (fails(true)) fail();
        Optional<Closeable> lock = SYSTEM.lock(file);
        lock.ifPresent(locks::add);
        return lock;
    }

    @Override
    public Runnable atExit(Runnable work) {
        return () -> {};
    }
}
