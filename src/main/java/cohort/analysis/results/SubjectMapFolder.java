package cohort.analysis.results;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.SubjectMapRecord;
import cohort.files.IOConsumer;
import cohort.folder.Disk;
import cohort.folder.RunFolder;
import cohort.folder.RunWriter;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.table.Table;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import net.imglib2.parallel.Parallelization;

/**
 * The folder that takes the contrast map of each subject and their table. They appear in it all at once, when the record is
 * written, in the place of those of an earlier run.
 */
public final class SubjectMapFolder implements AutoCloseable {
    private static final String TABLE = "participants.tsv";

    private final RunWriter files;

    private SubjectMapFolder(RunWriter files) {
        this.files = files;
    }

    /**
     * Creates the folder if needed, and makes sure that files can be written there before a map is read.
     *
     * @param option the option that names it, for the message
     * @param path the folder
     * @throws InputException if it cannot be made or written, another run is writing into it, or it has a table that no run
     *     left there as it is
     */
    public static SubjectMapFolder open(String option, Path path) {
        return open(option, path, Disk.SYSTEM);
    }

    public static SubjectMapFolder open(String option, Path path, Disk disk) {
        RunWriter files = RunWriter.open(option, path, disk);
        if (files.mayReplace(RunFolder.MAPS, TABLE)) return new SubjectMapFolder(files);
        files.close();
        throw new InputException(option + ": " + path.resolve(TABLE)
                + " was not written by Within-Subject Maps, or was changed since, expected a folder without such a table;"
                + " give another.");
    }

    /**
     * Refuses names that files cannot have, before a map is read.
     *
     * @param contrast what the maps show, for the message
     * @param names those of the maps
     * @throws InputException if one is too long, or a folder has it
     */
    public void requireNames(String contrast, List<String> names) {
        names.forEach(name -> ResultFolder.requireLength(contrast, name));
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(TABLE, RunFolder.MAPS));
        files.requireFree(all);
    }

    /**
     * Writes maps, float64, several at a time and always in the same order.
     *
     * @param names what they are called
     * @param map makes the map with a given number, from 0
     * @param notes go into the headers
     * @param progress hears of each map
     * @throws InputException if a file cannot be written
     */
    public void write(List<String> names, IntFunction<Volume> map, HeaderNotes notes, Progress progress) {
        int step = Parallelization.getTaskExecutor().getParallelism();
        for (int first = 0; first < names.size(); first += step) {
            progress.checkCanceled();
            int end = Math.min(first + step, names.size());
            Map<String, IOConsumer<OutputStream>> contents = new LinkedHashMap<>();
            for (int s = first; s < end; s++) contents.put(names.get(s), content(map, s, names.get(s), notes));
            files.write(contents);
            progress.update("Contrast maps", end, names.size());
        }
    }

    private IOConsumer<OutputStream> content(IntFunction<Volume> map, int number, String name, HeaderNotes notes) {
        Path file = files.folder().resolve(name);
        return out -> Volumes.doubleContent(map.apply(number), file, notes).accept(out);
    }

    /**
     * Writes the table and the record, which makes the files the folder's.
     *
     * @throws InputException if that fails; then the folder is as it was
     */
    public void commit(Table table, SubjectMapRecord record) {
        files.write(TABLE, table::write);
        files.commit(RunFolder.MAPS, manifest -> record.toJson(manifest).getBytes(StandardCharsets.UTF_8), Set.of());
    }

    /** Ends the run. Files without a record are removed, and so are the folders that were made for them, if they are empty. */
    @Override
    public void close() {
        files.close();
    }
}
