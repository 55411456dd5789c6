package cohort.region.names;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A table with a row for each label, CSV or TSV: BIDS' {@code dseg.tsv}, Allen's {@code structures.csv}, BrainGlobe's, and those of
 * people. Columns are found by the names that they usually bear.
 */
final class NameTable implements NameForm {
    private static final List<String> INDEX = List.of(
            "index",
            "id",
            "label",
            "value",
            "label_id",
            "region_id",
            "structure_id",
            "idx",
            "roi",
            "no",
            "no.",
            "number",
            "key");
    private static final List<String> NAME = List.of(
            "name",
            "region",
            "structure",
            "full_name",
            "region_name",
            "structure_name",
            "label_name",
            "label",
            "labels");
    private static final List<String> ABBREVIATION = List.of("acronym", "abbreviation", "abbr", "short_name");
    private static final List<String> PARENT = List.of("parent_structure_id", "parent_id", "parent", "parent_index");
    private static final List<String> PATH = List.of("structure_id_path", "path");

    /** What no other form takes is a table. */
    @Override
    public boolean matches(Path file, String text) {
        return true;
    }

    @Override
    public List<RegionName> read(Path file, String text) {
        Table table = Table.read(file, FilesRead.ignored());
        String index = find(table, INDEX, Optional.empty()).orElseThrow(() -> lacks(table, "labels", INDEX));
        List<String> labels = table.column(index);
        List<String> names =
                table.column(find(table, NAME, Optional.of(index)).orElseThrow(() -> lacks(table, "names", NAME)));
        Optional<List<String>> abbreviations =
                find(table, ABBREVIATION, Optional.empty()).map(table::column);
        Optional<List<String>> parents = find(table, PARENT, Optional.empty()).map(table::column);
        Optional<List<String>> paths = find(table, PATH, Optional.empty()).map(table::column);
        List<RegionName> all = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            if (Table.isMissing(names.get(r))) continue;
            int row = r;
            OptionalLong parent = parents.map(cells -> Labels.find(cells.get(row)))
                    .or(() -> paths.map(cells -> Labels.parentIn(cells.get(row))))
                    .orElse(OptionalLong.empty());
            all.add(new RegionName(
                    Labels.parse(file, labels.get(r)),
                    names.get(r),
                    abbreviations.map(cells -> cells.get(row)).orElse(""),
                    parent));
        }
        return all;
    }

    /** The column that has the first of these names, case and blanks aside. */
    private static Optional<String> find(Table table, List<String> names, Optional<String> taken) {
        return names.stream()
                .flatMap(name -> table.columns().stream()
                        .filter(column -> !taken.equals(Optional.of(column)))
                        .filter(column -> column.strip()
                                .toLowerCase(Locale.ROOT)
                                .replace(' ', '_')
                                .equals(name)))
                .findFirst();
    }

    private static InputException lacks(Table table, String what, List<String> expected) {
        return new InputException("atlas_names: " + table.source() + " has no column of " + what + ", found "
                + String.join(", ", table.columns()) + ", expected " + expected.get(0)
                + " or another usual name; rename the column.");
    }
}
