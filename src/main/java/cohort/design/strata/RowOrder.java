package cohort.design.strata;

import cohort.InputException;
import cohort.design.coding.MissingCells;
import cohort.subjects.Cohort;
import cohort.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds each subject's row in a table beside the cohort's own. */
public final class RowOrder {
    private static final String LEFT =
            " that leave_out keeps, or a column participant_id that tells whose each row is.";

    private RowOrder() {}

    /**
     * By {@code participant_id} if the table has that column, else row by row.
     *
     * @param ids the subjects
     * @param leftOut others, who may have rows if the table says whose they are
     * @return for each subject the index of its row
     * @throws InputException if subjects and rows do not match one to one
     */
    public static int[] of(Table table, List<String> ids, List<String> leftOut) {
        boolean isNamed = table.has(Cohort.PARTICIPANT);
        List<String> named = isNamed ? table.column(Cohort.PARTICIPANT) : List.of();
        long others = named.stream().filter(leftOut::contains).count();
        if (table.rows() - others != ids.size())
            throw new InputException(table.source() + " has " + table.rows() + " rows for " + ids.size()
                    + " maps, expected one row for each map" + (leftOut.isEmpty() || isNamed ? "." : LEFT));
        if (!isNamed) return IntStream.range(0, ids.size()).toArray();
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < named.size(); row++) {
            Integer first = rows.putIfAbsent(named.get(row), row);
            if (first != null)
                throw new InputException("The participant_id " + named.get(row) + " occurs twice, in "
                        + table.where(first) + " and " + table.where(row) + ", expected each subject once.");
        }
        MissingCells.checkRows(table.source(), ids, s -> !rows.containsKey(ids.get(s)));
        return ids.stream().mapToInt(rows::get).toArray();
    }
}
