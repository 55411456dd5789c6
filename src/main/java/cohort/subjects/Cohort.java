package cohort.subjects;

import cohort.image.ReadingOptions;
import cohort.subjects.found.Cohorts;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The subjects of an analysis, in order.
 *
 * @param source what the user gave: a table, folder, glob or 4D file
 * @param subjects at least two, with distinct ids and maps
 * @param covariates one row per subject, in the same order; at least the column {@code participant_id}
 * @param leftOut the rules by which others were left out
 * @param selection how the maps were chosen
 * @param columns the names of the maps if each subject has several: the first map of all comes first, then the second of all; none
 *     if each has one
 */
public record Cohort(
        String source,
        List<Subject> subjects,
        Table covariates,
        List<LeftOut> leftOut,
        Selection selection,
        List<String> columns) {
    /** The table's column that says where a subject's map is. */
    public static final String MAP = "map";
    /** The table's column that tells a subject's id. */
    public static final String PARTICIPANT = Table.PARTICIPANT;

    /** @throws IllegalArgumentException if there are not as many rows as subjects */
    public Cohort {
        subjects = List.copyOf(subjects);
        leftOut = List.copyOf(leftOut);
        columns = List.copyOf(columns);
        if (subjects.size() != covariates.rows())
            throw new IllegalArgumentException(covariates.rows() + " rows for " + subjects.size() + " subjects");
    }

    /** A cohort from which nobody was left out. */
    public Cohort(String source, List<Subject> subjects, Table covariates) {
        this(source, subjects, covariates, List.of(), Selection.NAMED);
    }

    /** A cohort of one map each. */
    public Cohort(String source, List<Subject> subjects, Table covariates, List<LeftOut> leftOut, Selection selection) {
        this(source, subjects, covariates, leftOut, selection, List.of());
    }

    /** What a map of a subject who has several is called. */
    public static String idOf(String subject, String column) {
        return subject + "_" + column;
    }

    /** The subjects, each once: of several maps of each the first alone. */
    public Cohort ofSubjects() {
        if (columns.isEmpty()) return this;
        int n = subjects.size() / columns.size(),
                suffix = idOf("", columns.get(0)).length();
        List<Subject> once = subjects.subList(0, n).stream()
                .map(subject ->
                        new Subject(subject.id().substring(0, subject.id().length() - suffix), subject.map()))
                .toList();
        return new Cohort(
                source, once, covariates.rows(IntStream.range(0, n).boxed().toList()), leftOut, selection);
    }

    /** Number of subjects. */
    public int size() {
        return subjects.size();
    }

    /** The subjects' ids, in order. */
    public List<String> ids() {
        return subjects.stream().map(Subject::id).toList();
    }

    /** The files of the maps, each once, in the order of the subjects; none of images that are open. */
    public List<Path> mapFiles() {
        return subjects.stream()
                .flatMap(subject -> subject.map().file().stream())
                .distinct()
                .toList();
    }

    /** The ids of those who were left out altogether, each once; some may have lost only some of their rows. */
    public List<String> idsLeftOut() {
        List<String> kept = ids();
        return LeftOut.ids(leftOut).stream()
                .filter(id -> !kept.contains(id) && !kept.contains(RowKeys.participant(id)))
                .toList();
    }

    /** This cohort with its maps read with options. */
    public Cohort with(ReadingOptions options) {
        List<Subject> read = subjects.stream()
                .map(subject -> new Subject(subject.id(), subject.map().with(options)))
                .toList();
        return new Cohort(source, read, covariates, leftOut, selection, columns);
    }

    /**
     * This cohort without some of its subjects.
     *
     * @param leaveOut as {@link Cohorts#read(String, String)} takes it
     * @throws cohort.InputException as that method does
     */
    public Cohort without(String leaveOut) {
        Exclusion exclusion = Exclusion.of(leaveOut, covariates, ids(), List.of());
        return new Cohort(
                source,
                exclusion.kept().stream().map(subjects::get).toList(),
                covariates.rows(exclusion.kept()),
                exclusion.rules(),
                selection);
    }
}
