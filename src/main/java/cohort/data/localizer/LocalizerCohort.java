package cohort.data.localizer;

import cohort.table.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the tables of a cohort of the localizer, for which all files are there. */
final class LocalizerCohort {
    private static final String SUFFIX = ".tsv", T_MAPS = "_tmaps";

    private LocalizerCohort() {}

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
        LocalizerTable cohort = new LocalizerTable(plan.subjects().stream()
                .filter(images.get(LocalizerItem.EFFECT)::containsKey)
                .toList());
        images.forEach((item, files) -> {
            Map<String, String> paths = new LinkedHashMap<>();
            files.forEach((subject, file) -> paths.put(subject, path(file, table.getParent())));
            cohort.add(item.column, paths);
        });
        cohort.join("participants", Table.read(LocalizerPlan.table(plan.folder(), LocalizerPlan.PARTICIPANTS)));
        cohort.join("behavioural", Table.read(LocalizerPlan.table(plan.folder(), LocalizerPlan.BEHAVIOUR)));
        cohort.write(table);
    }

    /** Relative below the table's folder, so that both can be moved together; absolute elsewhere. */
    private static String path(Path file, Path folder) {
        return (file.startsWith(folder) ? folder.relativize(file) : file).toString();
    }
}
