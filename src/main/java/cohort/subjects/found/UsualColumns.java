package cohort.subjects.found;

import static cohort.subjects.Cohort.MAP;
import static cohort.subjects.Cohort.PARTICIPANT;

import cohort.InputException;
import cohort.subjects.RowKeys;
import cohort.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people and programs call the columns {@code map} and {@code participant_id}. */
public final class UsualColumns {
    /** The first is nilearn's. */
    private static final List<String> MAPS = List.of(
            "effects_map_path",
            "maps",
            "path",
            "paths",
            "file",
            "files",
            "filename",
            "filepath",
            "file_path",
            "image",
            "images",
            "scan",
            "scans",
            "nifti");

    private static final List<String> IDS = List.of(
            "subject_label",
            "subject_id",
            "subject",
            "participant",
            "participantid",
            "subjectid",
            "sub",
            "subj",
            "id",
            "ids",
            "animal",
            "animal_id",
            "mouse",
            "mouse_id",
            "fsid");

    private UsualColumns() {}

    /** A table with the columns {@code map} and {@code participant_id}, as far as it has them under other names. */
    public static Table named(Table table) {
        return withIds(withMaps(table));
    }

    private static Table withMaps(Table table) {
        if (table.has(MAP)) return table;
        List<String> found = table.columns().stream()
                .filter(column -> is(column, MAP, MAPS) && namesImages(table.column(column)))
                .toList();
        if (found.size() > 1)
            throw new InputException(table.source() + " names images in the columns " + String.join(" and ", found)
                    + ", expected one column with the maps; name it \"map\".");
        return found.isEmpty() ? table : copy(table, found.get(0), MAP, "maps");
    }

    /** Only such a column names subjects that has a name for each row, or for each row of a session. */
    public static Table withIds(Table table) {
        if (table.has(PARTICIPANT)) return table;
        Optional<String> found = table.columns().stream()
                .filter(column -> is(column, PARTICIPANT, IDS))
                .filter(column -> isKey(table, table.column(column)))
                .findFirst();
        return found.map(column -> copy(table, column, PARTICIPANT, "ids")).orElse(table);
    }

    /** Whether a column is called like one of subjects. */
    public static boolean isOfIds(String column) {
        return is(column, PARTICIPANT, IDS);
    }

    private static boolean isKey(Table table, List<String> cells) {
        return cells.stream().noneMatch(Table::isMissing)
                && (RowKeys.areDistinct(cells) || RowKeys.sessions(table).isPresent());
    }

    /** Whether cells name images, wherever these are. */
    static boolean namesImages(List<String> cells) {
        List<String> known =
                cells.stream().filter(cell -> !Table.isMissing(cell)).toList();
        return !known.isEmpty() && known.stream().allMatch(MapCell::namesImage);
    }

    private static boolean is(String column, String name, List<String> usual) {
        String plain = column.toLowerCase(Locale.ROOT).replace(' ', '_');
        return plain.equals(name) || usual.contains(plain);
    }

    private static Table copy(Table table, String column, String name, String what) {
        return table.with(
                name,
                table.column(column),
                table.source() + ": the column \"" + column + "\" is taken for that of the " + what + ".");
    }
}
