package cohort.region.values;

import cohort.InputException;
import cohort.subjects.MapSource;
import cohort.subjects.SubjectIds;
import cohort.subjects.found.UsualColumns;
import cohort.table.Table;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads tables with a row per region: of one subject each, or of a subject or an image that a column names. */
final class LongTables {
    private static final Set<String> ANNOTATIONS = Set.of("Annotation", "PathAnnotationObject");

    private final Map<Path, Table> tables;
    private final Table first;
    private final boolean quPath;
    private final String regions;
    private final Optional<String> subjects, images, sides;
    private final List<String> measures;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Map<String, String>> about = new LinkedHashMap<>();
    private final Set<String> varying = new HashSet<>();
    private int others, nameless;

    private LongTables(Map<Path, Table> tables, String measure) {
        this.tables = tables;
        first = tables.values().iterator().next();
        quPath = RegionColumns.isOfQuPath(first);
        regions = RegionColumns.regions(first).orElseThrow();
        subjects = first.columns().stream()
                .filter(UsualColumns::isOfIds)
                .filter(column -> !quPath || !RegionColumns.isPlace(column))
                .findFirst();
        images = RegionColumns.images(first);
        sides = RegionColumns.sides(first);
        measures = Measures.of(first, measure, used());
    }

    /** @param tables by file, which have a column of regions */
    static Entries read(Map<Path, Table> tables, String measure) {
        return new LongTables(tables, measure).read();
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>(Set.of(regions));
        Stream.of(subjects, images, sides, RegionColumns.classes(first).filter(column -> quPath))
                .flatMap(Optional::stream)
                .forEach(used::add);
        return used;
    }

    private boolean isOfOneEach() {
        return subjects.isEmpty() && images.isEmpty();
    }

    private Entries read() {
        if (isOfOneEach() && tables.size() < 2)
            throw new InputException("region_values: " + first.source()
                    + " has a row per region and no column of subjects, expected one such file per subject, or"
                    + " a column such as participant_id or Image; give all files as a folder or a pattern.");
        List<Path> files = List.copyOf(tables.keySet());
        List<String> names =
                SubjectIds.ofMaps(files.stream().map(MapSource.Stored::new).toList());
        for (int f = 0; f < files.size(); f++) take(files.get(f), tables.get(files.get(f)), names.get(f));
        about.values().forEach(columns -> columns.keySet().removeAll(varying));
        return new Entries(form(), subjects.isEmpty(), entries, about);
    }

    private void take(Path file, Table table, String name) {
        List<String> owners = subjects.or(() -> images).map(table::column).orElse(List.of());
        List<String> sections = images.map(table::column).orElse(List.of());
        List<String> kinds = quPath && table.has("Object type") ? table.column("Object type") : List.of();
        List<String> called = names(table);
        List<double[]> values = measures.stream().map(table::numbers).toList();
        for (int row = 0; row < table.rows(); row++) {
            if (!kinds.isEmpty() && !ANNOTATIONS.contains(kinds.get(row))) others++;
            else if (Table.isMissing(called.get(row))) nameless++;
            else {
                String owner = owners.isEmpty() ? name : owners.get(row);
                if (Table.isMissing(owner))
                    throw new InputException(
                            "The column \"" + subjects.or(() -> images).orElseThrow() + "\" is empty in "
                                    + table.where(row) + ", expected the subject whose values these are.");
                for (int m = 0; m < measures.size(); m++)
                    entries.add(new Entry(
                            owner,
                            sections.isEmpty() ? "" : sections.get(row),
                            called.get(row) + (measures.size() > 1 ? ": " + measures.get(m) : ""),
                            values.get(m)[row],
                            file,
                            table.where(row)));
            }
        }
        if (subjects.isPresent()) tell(table, owners);
    }

    /** What regions are called: in QuPath by their class if that tells the side, as ABBA does. */
    private List<String> names(Table table) {
        List<String> names = table.column(regions);
        List<String> classes =
                quPath ? RegionColumns.classes(table).map(table::column).orElse(names) : names;
        List<String> hemispheres = sides.filter(table::has).map(table::column).orElse(List.of());
        List<String> called = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            String kind = classes.get(row), name = names.get(row);
            boolean telling = kind.matches("(Left|Right): .+") || Table.isMissing(name);
            String region = telling ? kind : name;
            boolean sided =
                    !hemispheres.isEmpty() && !Table.isMissing(region) && !Table.isMissing(hemispheres.get(row));
            called.add(sided ? region + " (" + hemispheres.get(row) + ")" : region);
        }
        return called;
    }

    /** Keeps what is the same in all rows of a subject. */
    private void tell(Table table, List<String> owners) {
        Set<String> used = used();
        used.addAll(measures);
        for (String column : table.columns()) {
            if (used.contains(column)) continue;
            List<String> cells = table.column(column);
            for (int row = 0; row < cells.size(); row++) {
                String earlier = about.computeIfAbsent(owners.get(row), key -> new LinkedHashMap<>())
                        .putIfAbsent(column, cells.get(row));
                if (earlier != null && !earlier.equals(cells.get(row))) varying.add(column);
            }
        }
    }

    private String form() {
        String rows = tables.size() == 1 ? first.source() : Words.count(tables.size(), "file");
        String whose = isOfOneEach()
                ? rows + ", each of one subject and with a row per region"
                : rows + (quPath ? " of QuPath" : "") + ", with a row per region of "
                        + (subjects.isPresent() ? "a subject" : "an image") + "; "
                        + (subjects.isPresent() ? "subjects" : "images") + " in \""
                        + subjects.or(() -> images).orElseThrow()
                        + "\"";
        return "region_values: " + whose + ", regions in \"" + regions + "\", values in \""
                + String.join("\" and \"", measures) + "\"" + leftOut() + ".";
    }

    private String leftOut() {
        String out = (others > 0 ? Words.count(others, "row") + " that are not annotations" : "")
                + (others > 0 && nameless > 0 ? " and " : "")
                + (nameless > 0 ? Words.count(nameless, "row") + " without a region" : "");
        return out.isEmpty() ? "" : "; left out are " + out;
    }
}
