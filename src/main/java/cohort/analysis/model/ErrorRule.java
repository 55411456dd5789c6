package cohort.analysis.model;

import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.SubjectRows;
import cohort.table.Table;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code error} says: whether a contrast within subjects has an error of its own. */
public enum ErrorRule {
    /** Sums of each subject's maps are tested. */
    AUTO,
    /** All maps are tested together. */
    POOLED;

    /** So many subjects without a map are named. */
    private static final int NAMED = 5;

    /** @throws InputException if the name is neither {@code auto} nor {@code pooled} */
    public static ErrorRule of(String name) {
        for (ErrorRule rule : values()) if (rule.name().toLowerCase(Locale.ROOT).equals(name)) return rule;
        throw new InputException("error: found " + name + ", expected auto or pooled.");
    }

    /** The stratum of each contrast; none if all maps are tested. */
    public List<ErrorStratum> strata(DesignMatrix design, List<Contrast> contrasts) {
        return this == POOLED ? List.of() : ErrorStrata.of(design, contrasts);
    }

    /**
     * What a reader should know of the strata.
     *
     * @param rows one row per map, to tell who lacks maps
     */
    public List<String> sentences(
            DesignMatrix design, List<Contrast> contrasts, List<ErrorStratum> strata, Table rows) {
        List<String> sentences = new ArrayList<>();
        if (strata.isEmpty() && ErrorStrata.subjects(design, contrasts).isPresent())
            sentences.add("error=pooled: all maps are tested together, assuming that those of a subject are equally"
                    + " correlated and equally variable (compound symmetry).");
        for (int c = 0; c < strata.size(); c++) {
            ErrorStratum stratum = strata.get(c);
            String name = "Contrast " + contrasts.get(c).text() + ": ";
            if (!stratum.isPooled())
                sentences.add(name + stratum.kind().words() + " are tested, "
                        + (stratum.rows() == stratum.taking()
                                ? "one number"
                                : stratum.rows() / stratum.taking() + " numbers")
                        + " for each of " + stratum.taking() + " subjects, so nothing is assumed about the"
                        + " correlation of a subject's maps (error=pooled tests all maps).");
            if (stratum.lacking().length > 0) sentences.add(name + lacking(stratum, rows));
            if (!stratum.remark().isEmpty()) sentences.add(name + stratum.remark());
        }
        return sentences;
    }

    private static String lacking(ErrorStratum stratum, Table rows) {
        List<String> names = new SubjectRows(rows, stratum.owner()).words();
        List<String> lacking =
                Arrays.stream(stratum.lacking()).mapToObj(names::get).toList();
        return Words.first(lacking, NAMED)
                + (lacking.size() == 1
                        ? " lacks a map that it compares and is left out of its test."
                        : " lack maps that it compares and are left out of its test.");
    }
}
