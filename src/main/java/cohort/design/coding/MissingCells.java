package cohort.design.coding;

import cohort.InputException;
import cohort.design.formula.Lexer;
import cohort.text.Words;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Names the subjects that lack a value. */
public final class MissingCells {
    private static final int NAMED = 8;

    private MissingCells() {}

    /**
     * @param column what may be missing
     * @param ids the subjects
     * @param isMissing of a subject's index
     * @throws InputException if it is for one of them
     */
    public static void check(String column, List<String> ids, IntPredicate isMissing) {
        String named = named(ids, isMissing);
        if (!named.isEmpty())
            throw new InputException("Column \"" + column + "\" is missing for " + named
                    + ", expected a value for every subject; fill it in, or leave these subjects out with leave_out=["
                    + Lexer.written(column) + " is n/a].");
    }

    /**
     * @param source a table
     * @param ids the subjects
     * @param isMissing whether the subject of an index has no row
     * @throws InputException if one has none
     */
    public static void checkRows(String source, List<String> ids, IntPredicate isMissing) {
        String named = named(ids, isMissing);
        if (!named.isEmpty())
            throw new InputException(source + " has no row with the participant_id " + named
                    + ", expected one row for each map, under the same ids.");
    }

    static String named(List<String> ids, IntPredicate which) {
        return Words.first(
                IntStream.range(0, ids.size()).filter(which).mapToObj(ids::get).toList(), NAMED);
    }
}
