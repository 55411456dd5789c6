package cohort.analysis.results;

import cohort.InputException;
import cohort.Progress;
import cohort.design.matrix.Contrast;
import cohort.design.strata.SubjectContrast;
import cohort.design.strata.SubjectRows;
import cohort.files.IOReason;
import cohort.image.format.Volumes;
import cohort.mask.GroupMaps;
import cohort.mask.MissingPolicy;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import cohort.table.Table;
import cohort.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * The folder that takes the contrast map of each subject and their table. The table stands there when all maps do.
 *
 * @param path the folder, which exists and can be written
 * @param contrast what the maps show
 */
public record SubjectMapFolder(Path path, Contrast contrast) {
    private static final String TABLE = "participants.tsv";
    private static final Pattern UNSAFE = Pattern.compile("^\\.|[^\\p{L}\\p{N}._-]+");

    /** @throws InputException if the folder holds the table of other maps */
    public SubjectMapFolder {
        if (!listed(path).stream().allMatch(map -> isOurs(map, contrast)))
            throw new InputException("output: " + path.resolve(TABLE) + " lists other maps than those of the contrast "
                    + contrast.text() + ", expected a folder of their own; give another.");
    }

    /** Whether a map of a table may be replaced: one in the table's folder that is called as ours are. */
    private static boolean isOurs(String map, Contrast contrast) {
        return map.endsWith(suffix(contrast)) && !map.contains("/") && !map.contains("\\");
    }

    private static String suffix(Contrast contrast) {
        return "_contrast-" + contrast.name() + ".nii.gz";
    }

    /** The maps that the table in a folder lists; none if there is no table. */
    private static List<String> listed(Path folder) {
        Path file = folder.resolve(TABLE);
        if (!Files.exists(file)) return List.of();
        Table table = Table.read(file);
        return table.has(Cohort.MAP) ? table.column(Cohort.MAP) : List.of("");
    }

    /**
     * Writes {@code SUBJECT_contrast-NAME.nii.gz} for each subject, float64, and {@code participants.tsv}, in place of those of an
     * earlier run.
     *
     * @param maps what the contrast sums
     * @param sums how
     * @param rows whose maps they are
     * @param missing what holds no data
     * @param progress hears of each map
     * @throws InputException if a file cannot be written; an earlier run is then still there, or no table is
     */
    public void write(Maps maps, SubjectContrast sums, SubjectRows rows, MissingPolicy missing, Progress progress) {
        List<String> files = files(rows.names(), sums.subjects());
        try {
            Path made = Files.createTempDirectory(path, ".maps");
            try {
                AtomicInteger done = new AtomicInteger();
                Parallelization.getTaskExecutor()
                        .forEach(IntStream.range(0, files.size()).boxed().toList(), s -> {
                            progress.checkCanceled();
                            Volumes.writeDouble(
                                    GroupMaps.weightedSum(maps, sums.weights()[s], missing),
                                    made.resolve(files.get(s)),
                                    contrast.text() + " of one subject");
                            progress.update("Contrast maps", done.incrementAndGet(), files.size());
                        });
                List<String> before = listed(path);
                Files.deleteIfExists(path.resolve(TABLE));
                for (String file : before) Files.deleteIfExists(path.resolve(file));
                for (String file : files)
                    Files.move(made.resolve(file), path.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                for (String file : files) Files.deleteIfExists(made.resolve(file));
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new InputException(
                    path + " cannot be written: " + IOReason.of(e) + "; give a folder that can be written.", e);
        }
        rows.of(sums.subjects(), files).write(path.resolve(TABLE));
    }

    /** The maps' files: called by their subjects, or by their numbers if a name is none for a file. */
    private List<String> files(List<String> names, int[] subjects) {
        List<String> safe =
                names.stream().map(name -> UNSAFE.matcher(name).replaceAll("-")).toList();
        boolean distinct = safe.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == names.size();
        return IntStream.of(subjects)
                .mapToObj(s -> (distinct ? safe.get(s) : "sub-" + (s + 1)) + suffix(contrast))
                .toList();
    }

    /**
     * What the maps are, and who has none.
     *
     * @param ids what the summed maps are called
     */
    public List<String> sentences(SubjectContrast sums, SubjectRows rows, List<String> ids) {
        List<String> sentences = new ArrayList<>();
        List<String> names = rows.names();
        double[] weights = sums.weights()[0];
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < weights.length; i++)
            if (weights[i] != 0)
                sum.append(weights[i] < 0 ? " \u2212 " : sum.isEmpty() ? " " : " + ")
                        .append(Words.digits(Math.abs(weights[i]), 4))
                        .append(" \u00d7 ")
                        .append(ids.get(i));
        sentences.add("The map of " + names.get(sums.subjects()[0]) + " is" + sum + ", and likewise for "
                + (sums.subjects().length == 1 ? "no other" : Words.count(sums.subjects().length - 1L, "other subject"))
                + ".");
        int[] lacking = sums.lacking();
        if (lacking.length > 0)
            sentences.add(Words.list(IntStream.of(lacking).mapToObj(names::get).toList())
                    + (lacking.length == 1 ? " lacks a map" : " lack maps")
                    + " that the contrast takes, so that there is no contrast map of "
                    + (lacking.length == 1 ? "this subject." : "these subjects."));
        return sentences;
    }
}
