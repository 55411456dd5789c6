package cohort.region.values;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.subjects.Cohort;
import cohort.subjects.Exclusion;
import cohort.subjects.LeftOut;
import cohort.subjects.RowKeys;
import cohort.subjects.SubjectIds;
import cohort.subjects.found.LabelsOfNames;
import cohort.subjects.found.UsualColumns;
import cohort.table.Table;
import cohort.text.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The subjects of tables of values, with what is known of them.
 *
 * @param ids those that stay
 * @param covariates a row for each
 * @param owners by what the tables call a subject, the id; without those who are left out
 * @param leftOut the rules by which others were left out
 */
record JoinedSubjects(List<String> ids, Table covariates, Map<String, String> owners, List<LeftOut> leftOut) {

    /**
     * Finds out whose values are whose.
     *
     * @param files takes the digest of the subjects' table
     * @throws InputException if a subject of the table has no values, or values belong to nobody or to several
     */
    static JoinedSubjects of(Entries entries, RegionTableRequest request, FilesRead files) {
        Set<String> owners =
                entries.list().stream().map(Entry::owner).collect(Collectors.toCollection(LinkedHashSet::new));
        return request.table().isEmpty() ? alone(entries, owners, request) : joined(entries, owners, request, files);
    }

    private static JoinedSubjects alone(Entries entries, Set<String> owners, RegionTableRequest request) {
        List<String> ids = List.copyOf(owners);
        Table table = Table.of(
                request.values(),
                List.of(Cohort.PARTICIPANT),
                ids.stream().map(List::of).toList());
        Exclusion exclusion = Exclusion.of(request.leaveOut(), with(table, entries, ids), ids, List.of());
        List<String> kept = exclusion.kept().stream().map(ids::get).toList();
        Map<String, String> same = new LinkedHashMap<>();
        kept.forEach(id -> same.put(id, id));
        return new JoinedSubjects(kept, with(table.rows(exclusion.kept()), entries, kept), same, exclusion.rules());
    }

    /** A table with what tables of values tell of each owner besides. */
    private static Table with(Table table, Entries entries, List<String> owners) {
        Table wider = table;
        Set<String> columns = entries.about().values().stream()
                .flatMap(told -> told.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String column : columns)
            if (!wider.has(column))
                wider = wider.with(
                        column,
                        owners.stream()
                                .map(owner -> entries.about()
                                        .getOrDefault(owner, Map.of())
                                        .getOrDefault(column, ""))
                                .toList());
        return wider;
    }

    private static JoinedSubjects joined(
            Entries entries, Set<String> owners, RegionTableRequest request, FilesRead files) {
        Table table = UsualColumns.withIds(Table.read(GivenPath.of("table", request.table()), files));
        if (!table.has(Cohort.PARTICIPANT))
            throw new InputException("table: " + table.source() + " has the columns "
                    + String.join(", ", table.columns())
                    + ", expected one named \"participant_id\" with an id for each subject.");
        List<String> keys = RowKeys.of(table);
        requireDistinct(table, keys);
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> strangers = new LinkedHashSet<>();
        for (String owner : owners) {
            List<String> own = keysOf(owner, keys, entries.byName());
            if (own.size() > 1)
                throw new InputException("region_values: the values of " + owner + " could belong to any of "
                        + Words.list(own) + ", expected only one id of " + table.source() + "; rename it.");
            if (own.isEmpty()) strangers.add(owner);
            else found.put(owner, own.get(0));
        }
        Exclusion exclusion = Exclusion.of(request.leaveOut(), table, keys, List.copyOf(strangers));
        List<String> kept = exclusion.kept().stream().map(keys::get).toList();
        requireAll(table, request, kept, found, strangers, exclusion);
        found.values().retainAll(new HashSet<>(kept));
        List<String> order = kept.stream()
                .map(id -> found.entrySet().stream()
                        .filter(pair -> pair.getValue().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .toList();
        return new JoinedSubjects(kept, with(table.rows(exclusion.kept()), entries, order), found, exclusion.rules());
    }

    private static void requireDistinct(Table table, List<String> keys) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < keys.size(); row++) {
            if (Table.isMissing(keys.get(row)))
                throw new InputException("table: the column \"participant_id\" is empty in " + table.where(row)
                        + ", expected an id for each subject.");
            Integer first = rows.putIfAbsent(SubjectIds.label(keys.get(row)), row);
            if (first != null)
                throw new InputException("table: the participant_id " + keys.get(row) + " occurs twice, in "
                        + table.where(first) + " and " + table.where(row)
                        + ", expected each subject once, or a column session_id that tells them apart.");
        }
    }

    private static List<String> keysOf(String owner, List<String> keys, boolean byName) {
        List<String> labels = keys.stream().map(SubjectIds::label).toList();
        List<String> own = LabelsOfNames.alike(SubjectIds.label(owner), labels);
        if (own.isEmpty() && byName) own = LabelsOfNames.within(owner, labels);
        return own.stream().map(label -> keys.get(labels.indexOf(label))).toList();
    }

    private static void requireAll(
            Table table,
            RegionTableRequest request,
            List<String> kept,
            Map<String, String> found,
            Set<String> strangers,
            Exclusion exclusion) {
        List<String> without =
                kept.stream().filter(id -> !found.containsValue(id)).toList();
        List<String> leftOut = LeftOut.ids(exclusion.rules());
        List<String> unknown =
                strangers.stream().filter(owner -> !leftOut.contains(owner)).toList();
        if (!without.isEmpty())
            throw new InputException("table: " + table.source() + " lists " + Exclusion.named(without)
                    + ", for whom there are no values in region_values=" + request.values()
                    + (unknown.isEmpty() ? "" : ", which has values of " + Exclusion.named(unknown))
                    + ", expected values of each; add them, or leave them out with leave_out.");
        if (!unknown.isEmpty())
            throw new InputException("table: " + table.source() + " does not list " + Exclusion.named(unknown)
                    + ", for whom there are values in region_values=" + request.values()
                    + ", expected a row for each; add it, or leave them out with leave_out.");
    }
}
