package cohort.data.localizer;

import cohort.subjects.Cohort;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of subjects of the localizer, for whom all files are there: one row per subject, whose cells are found in each of the
 * study's tables by the subject's id, never by its place.
 */
final class LocalizerCohort {
    private static final String SUFFIX = ".tsv", T_MAPS = "_tmaps", MISSING = "n/a";

    private final List<String> columns = new ArrayList<>(List.of(Cohort.PARTICIPANT));
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private LocalizerCohort(List<String> subjects) {
        for (String subject : subjects) rows.put(subject, new ArrayList<>(List.of(subject)));
    }

    /**
     * Writes the table of the effect maps and, if there are t maps, beside it one of these.
     *
     * @param asked the table's place, by default in the folder of the data set
     * @return the table of the effect maps
     */
    static Path write(LocalizerPlan plan, Optional<Path> asked) {
        Path table = asked.orElse(
                        plan.folder().resolve("cohort_" + plan.contrast().archived() + SUFFIX))
                .toAbsolutePath()
                .normalize();
        write(plan, table, plan.images());
        if (plan.images().containsKey(LocalizerItem.T)) {
            String name = table.getFileName().toString().replaceFirst("\\.[^.]*$", "") + T_MAPS + SUFFIX;
            write(
                    plan,
                    table.resolveSibling(name),
                    Map.of(LocalizerItem.EFFECT, plan.images().get(LocalizerItem.T)));
        }
        return table;
    }

    private static void write(LocalizerPlan plan, Path table, Map<LocalizerItem, Map<String, Path>> images) {
        LocalizerCohort cohort = new LocalizerCohort(plan.subjects().stream()
                .filter(images.get(LocalizerItem.EFFECT)::containsKey)
                .toList());
        images.forEach((item, files) -> {
            Map<String, String> paths = new LinkedHashMap<>();
            files.forEach((subject, file) -> paths.put(subject, path(file, table.getParent())));
            cohort.add(item.column, paths);
        });
        cohort.join("participants", Table.read(LocalizerPlan.table(plan.folder(), LocalizerPlan.PARTICIPANTS)));
        cohort.join("behavioural", Table.read(LocalizerPlan.table(plan.folder(), LocalizerPlan.BEHAVIOUR)));
        Table.of(table.toString(), cohort.columns, List.copyOf(cohort.rows.values()))
                .write(table);
    }

    /** Relative below the table's folder, so that both can be moved together; absolute elsewhere. */
    private static String path(Path file, Path folder) {
        return (file.startsWith(folder) ? folder.relativize(file) : file).toString();
    }

    /** Adds a column with a cell for each subject that has one. */
    private void add(String column, Map<String, String> cells) {
        columns.add(column);
        rows.forEach((subject, row) -> row.add(cells.getOrDefault(subject, MISSING)));
    }

    /** Adds the columns of a table. A column whose name is taken gets the table's name before its own. */
    private void join(String name, Table table) {
        List<String> ids = table.column(Cohort.PARTICIPANT);
        for (String column : table.columns()) {
            if (column.equals(Cohort.PARTICIPANT)) continue;
            List<String> cells = table.column(column);
            Map<String, String> byId = new LinkedHashMap<>();
            for (int r = 0; r < cells.size(); r++)
                byId.put(ids.get(r), Table.isMissing(cells.get(r)) ? MISSING : cells.get(r));
            add(columns.contains(column) ? name + "_" + column : column, byId);
        }
    }
}
