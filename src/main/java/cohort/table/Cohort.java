package cohort.table;

import java.util.List;

/**
 * The subjects of an analysis, in order.
 *
 * @param source what the user gave: a table, folder, glob or 4D file
 * @param subjects at least two, with distinct ids and maps
 * @param covariates one row a subject, in the same order; at least the column {@code participant_id}
 */
public record Cohort(String source, List<Subject> subjects, Table covariates) {
    /** The table's column that tells where a subject's map is. */
    public static final String MAP = "map";
    /** The table's column that tells a subject's id. */
    public static final String PARTICIPANT = "participant_id";

    /** @throws IllegalArgumentException if there are not as many rows as subjects */
    public Cohort {
        subjects = List.copyOf(subjects);
        if (subjects.size() != covariates.rows())
            throw new IllegalArgumentException(covariates.rows() + " rows for " + subjects.size() + " subjects");
    }

    /** Number of subjects. */
    public int size() {
        return subjects.size();
    }

    /** The subjects' ids, in order. */
    public List<String> ids() {
        return subjects.stream().map(Subject::id).toList();
    }
}
