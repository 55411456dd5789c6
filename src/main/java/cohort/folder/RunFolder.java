package cohort.folder;

import cohort.InputException;
import cohort.files.IOReason;
import cohort.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A folder of results, to be read. It may hold several runs, the model and its permutation test, or contrast maps; each has a
 * record with a manifest of the files that are its own, and of those that others need too. What no manifest lists is not a
 * result.
 */
public final class RunFolder {
    /** The record of a permutation test. */
    public static final String RUN = "run.json";
    /** The record of a model without a permutation test. */
    public static final String MODEL = "model.json";
    /** The record of contrast maps, one per subject. */
    public static final String MAPS = "maps.json";
    /** The record of a test of regions. */
    public static final String REGIONS = "regions.json";
    /** The voxels analysed and the design matrix, which both runs need. */
    public static final String MASK = "mask.nii.gz", DESIGN = "design.tsv";

    static final List<String> RECORDS = List.of(RUN, MODEL, MAPS, REGIONS);

    /** A run that is carrying out its last step has done so before long. */
    private static final int PATIENCE = 200, PAUSE_MS = 50;

    private final Path folder;
    private final Map<String, Manifest> manifests;

    /** Of the records that are there. */
    private final List<WrittenFile> records;

    private RunFolder(Path folder, List<WrittenFile> records, Map<String, Manifest> manifests) {
        this.folder = folder;
        this.records = records;
        this.manifests = manifests;
    }

    /**
     * Looks into a folder. A run that was cut off in its last step is brought to its end first.
     *
     * @throws InputException if such a run cannot be brought to its end, or a record is damaged
     */
    public static RunFolder open(Path folder) {
        complete(folder, Disk.SYSTEM);
        List<WrittenFile> records = records(folder);
        Map<String, Manifest> manifests = new LinkedHashMap<>();
        for (WrittenFile record : records) manifests.put(record.name(), Manifest.read(folder.resolve(record.name())));
        return new RunFolder(folder, records, manifests);
    }

    /**
     * The names of the files that a model or a test left in a folder, as far as their records can be read. Contrast maps of
     * subjects are not among them: they are made to be maps of subjects.
     */
    public static List<String> written(Path folder) {
        List<String> names = new ArrayList<>();
        for (String record : List.of(RUN, MODEL, REGIONS)) {
            Path file = folder.resolve(record);
            if (!Files.isRegularFile(file)) continue;
            try {
                names.addAll(Manifest.read(file).names());
            } catch (InputException e) { // of another program, or damaged; here nothing rests on it
                continue;
            }
        }
        return names;
    }

    private static List<WrittenFile> records(Path folder) {
        return RECORDS.stream()
                .filter(record -> Files.isRegularFile(folder.resolve(record)))
                .map(record -> found(folder, record))
                .toList();
    }

    /** Whether no run has ended here since the folder was looked into, so that all that was read until now is of one run. */
    public boolean isCurrent() {
        return !Commit.isUnderWay(folder) && records(folder).equals(records);
    }

    /**
     * Brings a run that was cut off in its last step to its end, before other files of a folder are read.
     *
     * @throws InputException if that cannot be done
     */
    public static void complete(Path folder) {
        complete(folder, Disk.SYSTEM);
    }

    private static void complete(Path folder, Disk disk) {
        try {
            for (int n = 0; Commit.isUnderWay(folder) && n < PATIENCE; n++) {
                Optional<FolderLock> lock = FolderLock.of(folder, disk);
                if (lock.isEmpty()) TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                else carryOut(folder, disk, lock.get());
            }
        } catch (IOException e) {
            throw new InputException(
                    "results: " + folder
                            + " holds a run that was interrupted while its files were put in place, which"
                            + " cannot be completed: "
                            + IOReason.of(e) + "; make the folder writable, and read it again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Commit.isUnderWay(folder))
            throw new InputException("results: another run is writing to " + folder
                    + ", expected one that has ended; read it again in a moment.");
    }

    private static void carryOut(Path folder, Disk disk, FolderLock lock) throws IOException {
        try {
            Commit.carryOut(folder, disk);
        } finally {
            lock.close();
        }
    }

    /** Whether there is a record of that name. */
    public boolean has(String record) {
        return manifests.containsKey(record);
    }

    /** The files of a record that is there. */
    public Manifest manifest(String record) {
        return manifests.get(record);
    }

    /**
     * A file of a run, as the run left it.
     *
     * @param record the run's record, which is there
     * @param name the file's name
     * @throws InputException if the run wrote no such file, or it is missing or changed
     */
    public Path file(String record, String name) {
        WrittenFile expected = manifests
                .get(record)
                .find(name)
                .orElseThrow(() -> new InputException("results: " + record + " in " + folder + " does not list " + name
                        + ", expected the files of one run; run the analysis again."));
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file))
            throw new InputException("results: " + name + " is missing from " + folder
                    + ", expected the folder as the run left it; run the analysis again.");
        WrittenFile found = found(name);
        if (!found.isSame(expected))
            throw new InputException("results: " + name + " in " + folder + " is not as the run left it, found "
                    + found.words() + ", expected " + expected.words() + " as in " + record
                    + "; put it back, or run the analysis again.");
        return file;
    }

    /**
     * Whether the other run of the folder has replaced a file, so that a run is no longer whole.
     *
     * @param record the run's record, which is there
     * @param needed the names of the files that matter
     * @return the first of them that is now the other run's
     */
    public Optional<String> replaced(String record, List<String> needed) {
        return needed.stream()
                .filter(name -> manifests.entrySet().stream()
                        .filter(other -> !other.getKey().equals(record))
                        .anyMatch(other -> isReplaced(
                                manifests.get(record).find(name),
                                other.getValue().find(name))))
                .findFirst();
    }

    private boolean isReplaced(Optional<WrittenFile> own, Optional<WrittenFile> others) {
        return own.isPresent()
                && others.isPresent()
                && !own.get().isSame(others.get())
                && Files.isRegularFile(folder.resolve(own.get().name()))
                && found(own.get().name()).isSame(others.get());
    }

    /**
     * Sees to it that an image which a user names is as its run left it. One that no run wrote may be anything.
     *
     * @throws InputException if it was changed
     */
    public static void requireAsWritten(Path image) {
        String name = image.getFileName().toString();
        RunFolder files = open(image.toAbsolutePath().getParent());
        files.owner(name).ifPresent(owner -> files.file(owner, name));
    }

    /**
     * The mask beside an image.
     *
     * @return nothing if there is none
     * @throws InputException if a run wrote the image, and the mask is missing, changed or now that of another run
     */
    public static Optional<Path> maskBeside(Path image) {
        RunFolder files = open(image.toAbsolutePath().getParent());
        return files.owner(image.getFileName().toString())
                .map(owner -> files.file(owner, MASK))
                .or(() -> Optional.of(image.resolveSibling(MASK)).filter(Files::isRegularFile));
    }

    /** The record of the run that wrote a file; of two, the one whose file it is now. */
    private Optional<String> owner(String name) {
        List<String> owners = manifests.keySet().stream()
                .filter(record -> manifest(record).find(name).isPresent())
                .toList();
        return owners.stream()
                .filter(record -> found(name).isSame(manifest(record).find(name).orElseThrow()))
                .findFirst()
                .or(() -> owners.stream().findFirst());
    }

    private WrittenFile found(String name) {
        return found(folder, name);
    }

    private static WrittenFile found(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return new WrittenFile(name, Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + IOReason.of(e) + "; run the analysis again.", e);
        }
    }
}
