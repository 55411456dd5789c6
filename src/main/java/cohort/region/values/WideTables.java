package cohort.region.values;

import cohort.InputException;
import cohort.subjects.found.UsualColumns;
import cohort.table.Table;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables with a row per subject and a column per region. */
final class WideTables {
    private static final int NAMED = 6;

    private final Map<Path, Table> tables;
    private final NamePatterns only;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Map<String, String>> about = new LinkedHashMap<>();

    private WideTables(Map<Path, Table> tables, NamePatterns only) {
        this.tables = tables;
        this.only = only;
    }

    /**
     * @param tables by file
     * @param mixed whether covariates stand in the same table
     */
    static Entries read(Map<Path, Table> tables, NamePatterns only, boolean mixed) {
        return new WideTables(tables, only).read(mixed);
    }

    /** The column of the subjects. */
    static Optional<String> ids(Table table) {
        if (RegionColumns.isOfFreeSurfer(table))
            return Optional.of(table.columns().get(0));
        return table.columns().stream().filter(UsualColumns::isOfIds).findFirst();
    }

    private Entries read(boolean mixed) {
        List<String> numbers = tables.values().stream()
                .flatMap(table -> numbers(table).stream())
                .distinct()
                .toList();
        if (mixed && only.parts().isEmpty()) requireRegionsAlone(numbers);
        List<String> regions = only.of(numbers, source());
        tables.forEach((file, table) -> take(file, table, regions));
        Table first = tables.values().iterator().next();
        String form = "region_values: " + source() + ", with a row per subject and a column per region; subjects in \""
                + ids(first).orElseThrow() + "\""
                + (about.values().stream().anyMatch(columns -> !columns.isEmpty())
                        ? ", no regions are "
                                + Words.first(
                                        List.copyOf(
                                                about.values().iterator().next().keySet()),
                                        NAMED)
                        : "")
                + ".";
        return new Entries(form, false, entries, about);
    }

    private String source() {
        Table first = tables.values().iterator().next();
        return tables.size() == 1 ? first.source() : Words.count(tables.size(), "file");
    }

    /** Covariates are numbers, too; whoever wrote the table knows which are. */
    private void requireRegionsAlone(List<String> numbers) {
        if (tables.values().stream().allMatch(RegionColumns::isOfFreeSurfer)) return;
        throw new InputException("only: found nothing, but the covariates of the model are also in " + source()
                + ", expected the columns that are regions, such as only=*_volume or only=["
                + String.join(";", numbers.subList(0, Math.min(2, numbers.size()))) + "].");
    }

    private static List<String> numbers(Table table) {
        String ids = ids(table).orElseThrow();
        return table.columns().stream()
                .filter(column -> !column.equals(ids)
                        && !RegionColumns.isOfWholeBrain(column)
                        && RegionColumns.isNumeric(table.column(column)))
                .toList();
    }

    private void take(Path file, Table table, List<String> regions) {
        String ids = ids(table).orElseThrow();
        List<String> owners = table.column(ids);
        for (int row = 0; row < owners.size(); row++)
            if (Table.isMissing(owners.get(row)))
                throw new InputException("The column \"" + ids + "\" is empty in " + table.where(row)
                        + ", expected an id for each subject.");
        for (String column : table.columns()) {
            if (column.equals(ids)) continue;
            if (regions.contains(column)) {
                double[] values = table.numbers(column);
                for (int row = 0; row < values.length; row++)
                    entries.add(new Entry(owners.get(row), "", column, values[row], file, table.where(row)));
            } else {
                List<String> cells = table.column(column);
                for (int row = 0; row < cells.size(); row++)
                    about.computeIfAbsent(owners.get(row), key -> new LinkedHashMap<>())
                            .putIfAbsent(column, cells.get(row));
            }
        }
    }
}
