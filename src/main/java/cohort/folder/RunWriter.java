package cohort.folder;

import cohort.InputException;
import cohort.files.IOConsumer;
import cohort.files.IOReason;
import cohort.files.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.imglib2.parallel.Parallelization;

/**
 * A folder of results, to be written by one run. The files go to a hidden folder in it, and become the folder's by one step,
 * {@link #commit}. A run that is closed before, or ends with the process, leaves nothing.
 */
public final class RunWriter implements AutoCloseable {
    private final Path folder, aside;
    private final Disk disk;
    private final Runnable atExit;
    private final List<Path> made = new ArrayList<>();
    private final List<WrittenFile> written = new ArrayList<>();
    private Optional<FolderLock> lock = Optional.empty();
    private boolean closed;

    private RunWriter(Path folder, Disk disk) throws IOException {
        this.folder = folder;
        this.aside = folder.resolve(".cohort-" + UUID.randomUUID());
        this.disk = disk;
        this.atExit = disk.atExit(this::close); // before anything is made that must go then
    }

    /**
     * Makes the folder if need be, brings a run that was cut off in its last step to its end, clears what killed runs have
     * left, and keeps other runs out.
     *
     * @param option the option that names the folder, for messages
     * @throws InputException if the folder cannot be made or written, or another run is writing into it
     */
    public static RunWriter open(String option, Path folder, Disk disk) {
        try {
            RunWriter writer = new RunWriter(folder, disk);
            if (writer.begin()) return writer;
        } catch (IOException e) {
            throw new InputException(
                    option + ": the folder " + folder + " cannot be written (" + IOReason.of(e)
                            + "), expected one where files can be created; give another.",
                    e);
        }
        throw new InputException(option + ": another run is writing to the folder " + folder
                + ", expected one at a time; wait until it has ended, or give another folder.");
    }

    /** @return whether no other run is writing into the folder */
    private synchronized boolean begin() throws IOException {
        boolean begun = false;
        try {
            makeFolder(folder.toAbsolutePath());
            lock = FolderLock.of(folder, disk);
            if (lock.isPresent()) {
                Commit.carryOut(folder, disk);
                Leftovers.clear(folder, lock.get(), disk);
                disk.createFolder(aside);
                begun = true;
            }
        } finally {
            if (!begun) close();
        }
        return begun;
    }

    /** Remembers what it makes, the innermost first. */
    private void makeFolder(Path path) throws IOException {
        if (path == null || Files.exists(path)) return;
        makeFolder(path.getParent());
        disk.createFolder(path);
        made.add(0, path);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes a file of the run.
     *
     * @param name its name in the folder
     * @param content writes the bytes to the stream it gets; need not close it
     * @throws InputException if it cannot be written
     * @throws CancellationException if the process is about to end
     */
    public void write(String name, IOConsumer<? super OutputStream> content) {
        write(Map.of(name, content));
    }

    /**
     * Writes files of the run, several at a time.
     *
     * @param contents what writes the bytes of each file to the stream it gets, by its name in the folder; the record lists them in
     *     this order
     * @throws InputException if one cannot be written
     * @throws CancellationException if the process is about to end
     */
    public synchronized void write(Map<String, ? extends IOConsumer<? super OutputStream>> contents) {
        if (closed) throw new CancellationException("Canceled; nothing was written.");
        List<Supplier<WrittenFile>> ends = Parallelization.getTaskExecutor()
                .forEachApply(List.copyOf(contents.keySet()), name -> end(name, contents.get(name)));
        for (Supplier<WrittenFile> end : ends) written.add(end.get());
    }

    /** Fails only when it is asked: if one file cannot be written, the others must have come to their end before the run does. */
    private Supplier<WrittenFile> end(String name, IOConsumer<? super OutputStream> content) {
        try {
            WrittenFile file = file(name, content);
            return () -> file;
        } catch (RuntimeException | Error e) {
            return () -> {
                throw e;
            };
        }
    }

    private WrittenFile file(String name, IOConsumer<? super OutputStream> content) {
        MessageDigest digest = Sha256.begin();
        Path file = aside.resolve(name);
        try {
            disk.write(file, out -> {
                OutputStream digested = new DigestOutputStream(out, digest);
                content.accept(digested);
            });
            return new WrittenFile(name, Files.size(file), Sha256.end(digest));
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /**
     * Makes the files the folder's, together with the record of the run. Files that the record's predecessor lists and this
     * run has not written go, as far as they are as that run left them and no other record lists them.
     *
     * @param record the record's name
     * @param text makes the record from the manifest of the files
     * @param kept names of files of which the folder keeps those that another record lists, because they are of the same
     *     analysis
     * @throws InputException if that fails; the folder is as it was then, unless the decision was taken, which the next
     *     reader carries out
     * @throws CancellationException if the process is about to end
     */
    public synchronized void commit(String record, Function<Manifest, byte[]> text, Set<String> kept) {
        Optional<Manifest> earlier = manifest(record);
        List<Manifest> others = RunFolder.RECORDS.stream()
                .filter(name -> !name.equals(record))
                .flatMap(name -> manifest(name).stream())
                .toList();
        List<WrittenFile> files = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (WrittenFile file : written) {
            Optional<WrittenFile> there = others.stream()
                    .flatMap(other -> other.find(file.name()).stream())
                    .filter(other -> kept.contains(file.name()) && isThere(other))
                    .findFirst();
            files.add(there.orElse(file));
            if (there.isEmpty()) moved.add(file.name());
        }
        Manifest manifest = new Manifest(files);
        byte[] bytes = text.apply(manifest);
        write(record, out -> out.write(bytes));
        moved.add(record);
        List<String> gone = earlier.stream()
                .flatMap(old -> old.files().stream())
                .filter(old -> manifest.find(old.name()).isEmpty() && isThere(old))
                .map(WrittenFile::name)
                .filter(name ->
                        others.stream().noneMatch(other -> other.find(name).isPresent()))
                .toList();
        requireFree(moved);
        try {
            new Commit(aside.getFileName().toString(), moved, gone).decide(folder, disk);
            Commit.carryOut(folder, disk);
        } catch (IOException e) {
            throw unwritable(record, e);
        }
    }

    /**
     * Sees to it that files can have their names.
     *
     * @throws InputException if a folder has one of the names
     */
    public void requireFree(List<String> names) {
        for (String name : names)
            if (Files.isDirectory(folder.resolve(name)))
                throw new InputException(folder.resolve(name)
                        + " cannot be written because it is a folder; move it, or give another output folder.");
    }

    /**
     * Whether a name is free, or that of a file which an earlier run left as it is, so that nobody's work is lost.
     *
     * @param record the name of that run's record
     */
    public boolean mayReplace(String record, String name) {
        return Files.notExists(folder.resolve(name))
                || manifest(record)
                        .flatMap(files -> files.find(name))
                        .filter(this::isThere)
                        .isPresent();
    }

    private Optional<Manifest> manifest(String record) {
        Path file = folder.resolve(record);
        try {
            return Files.isRegularFile(file) ? Optional.of(Manifest.read(file)) : Optional.empty();
        } catch (InputException e) { // damaged, or an earlier version's: it lists nothing
            return Optional.empty();
        }
    }

    private boolean isThere(WrittenFile file) {
        Path path = folder.resolve(file.name());
        try {
            return Files.isRegularFile(path)
                    && Files.size(path) == file.bytes()
                    && Sha256.of(path).equals(file.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private InputException unwritable(String name, IOException e) {
        return new InputException(
                folder.resolve(name) + " cannot be written: " + IOReason.of(e)
                        + "; give a folder that can be written and has room.",
                e);
    }

    /** Ends the run. What was not committed is gone, and so are the folders that were made for it, as far as they are empty. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try {
            if (!Commit.isUnderWay(folder)) Leftovers.delete(aside, disk);
        } catch (IOException e) { // the next run clears it
        }
        try {
            if (lock.isPresent()) lock.get().close();
        } catch (IOException e) { // the system takes it away with the process
        }
        try {
            for (Path path : made) disk.delete(path);
        } catch (IOException e) { // one that is not empty stays, and so do those around it
        }
        atExit.run();
    }
}
