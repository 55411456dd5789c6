package cohort.design;

import cohort.InputException;
import cohort.table.Cohort;
import cohort.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds each subject's row in a table beside the cohort's own. */
final class RowOrder {
    private RowOrder() {}

    /**
     * By {@code participant_id} if the table has that column, else row by row.
     *
     * @return for each subject the index of its row
     * @throws InputException if subjects and rows do not match one to one
     */
    static int[] of(Table table, List<String> ids) {
        if (table.rows() != ids.size())
            throw new InputException(table.source() + " has " + table.rows() + " rows for " + ids.size()
                    + " maps, expected one row for each map.");
        if (!table.has(Cohort.PARTICIPANT))
            return IntStream.range(0, ids.size()).toArray();
        Map<String, Integer> rows = new HashMap<>();
        List<String> named = table.column(Cohort.PARTICIPANT);
        for (int row = 0; row < named.size(); row++) {
            Integer first = rows.putIfAbsent(named.get(row), row);
            if (first != null)
                throw new InputException("The participant_id " + named.get(row) + " stands twice, in "
                        + table.where(first) + " and " + table.where(row) + ", expected each subject once.");
        }
        Missing.checkRows(table.source(), ids, s -> !rows.containsKey(ids.get(s)));
        return ids.stream().mapToInt(rows::get).toArray();
    }
}
