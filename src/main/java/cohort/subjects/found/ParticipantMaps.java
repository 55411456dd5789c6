package cohort.subjects.found;

import cohort.InputException;
import cohort.files.MapName;
import cohort.subjects.Exclusion;
import cohort.subjects.MapSource;
import cohort.subjects.SubjectIds;
import cohort.table.TableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The maps of participants, by the label that stands in their paths or names: {@code sub-LABEL} as in BIDS (Gorgolewski et al.
 * 2016, Scientific Data 3:160044) and its derivatives, or an id as a table has it.
 *
 * @param folder from where they are named in messages
 * @param where they were sought, as messages say it
 * @param files those of each label
 * @param others files of no participant of the table, and of none that a path names, by what they are called
 */
record ParticipantMaps(Path folder, String where, Map<String, List<MapSource.Stored>> files, Set<String> others) {
    private static final Pattern LABEL = Pattern.compile("(?:^|[/_])sub-([^/_.]+)");
    private static final Pattern SESSION = Pattern.compile("(.*)_ses-([^_]+)");
    private static final Pattern MASK = Pattern.compile("(.*[_-])?mask\\.[^/]*");

    private static final int NAMED = 4;

    /** Sorts the maps below a folder by {@code sub-LABEL}: that of an id, or of the same number with zeros before it. */
    static ParticipantMaps below(Path folder, List<String> keys) {
        Map<String, List<MapSource.Stored>> files = new LinkedHashMap<>();
        List<String> labels = labels(keys);
        for (Path file : MapFiles.belowFolder(folder)) {
            Optional<String> label = label(folder, file);
            if (isNoMap(file.getFileName().toString()) || label.isEmpty()) continue;
            List<String> own = LabelsOfNames.alike(label.get(), labels);
            requireOneAtMost(own, file);
            add(files, own.isEmpty() ? label.get() : own.get(0), new MapSource.Stored(file));
        }
        return new ParticipantMaps(folder, "below its folder", files, Set.of());
    }

    /**
     * Sorts maps that were found by the ids of a table: by {@code sub-LABEL}; else by an id that is the file's name without
     * its ending, or stands in it between other letters than letters and digits; else by the number in place of one with
     * zeros before it.
     */
    static ParticipantMaps among(FoundMaps found, List<String> keys) {
        Map<String, List<MapSource.Stored>> files = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        List<String> labels = labels(keys);
        for (MapSource.Stored map : found.maps()) {
            Optional<String> bids = nearestLabel(map.path());
            List<String> own = bids.isPresent()
                    ? LabelsOfNames.alike(bids.get(), labels)
                    : LabelsOfNames.within(SubjectIds.stem(map.path()), labels);
            requireOneAtMost(own, map.path());
            String name = own.isEmpty() ? bids.orElse(SubjectIds.stem(map.path())) : own.get(0);
            if (own.isEmpty() && bids.isEmpty()) others.add(name);
            add(files, name, map);
        }
        return new ParticipantMaps(Path.of(""), "in maps=" + found.source(), files, others);
    }

    private static List<String> labels(List<String> keys) {
        return keys.stream().map(ParticipantMaps::participant).distinct().toList();
    }

    private static void requireOneAtMost(List<String> participants, Path map) {
        if (participants.size() > 1)
            throw new InputException(map + " could be of " + String.join(" or ", participants)
                    + " judging by its name, expected exactly one of the table's ids in it; rename it.");
    }

    /** The label in the file's name or, if it has none, in that of the nearest folder that has one. */
    private static Optional<String> nearestLabel(Path file) {
        for (Path path = file; path.getFileName() != null; path = path.getParent()) {
            Optional<String> label = label(path.getParent(), path);
            if (label.isPresent()) return label;
        }
        return Optional.empty();
    }

    private static void add(Map<String, List<MapSource.Stored>> files, String label, MapSource.Stored map) {
        files.computeIfAbsent(label, l -> new ArrayList<>()).add(map);
    }

    private static Optional<String> label(Path folder, Path file) {
        String path = TableText.plain(folder.relativize(file).toString()).replace('\\', '/');
        TreeSet<String> labels = LABEL.matcher(path)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (labels.size() > 1)
            throw new InputException(file + " belongs to the participants sub-" + String.join(" and sub-", labels)
                    + " judging by its path, expected one; move or rename it.");
        return labels.stream().findFirst();
    }

    private static String participant(String key) {
        Matcher session = SESSION.matcher(key);
        return SubjectIds.label(session.matches() ? session.group(1) : key);
    }

    /** Whether a file is a mask, or what this program itself writes. */
    private static boolean isNoMap(String name) {
        return MASK.matcher(name).matches() || MapName.ofFile(name).isPresent();
    }

    /** The participants of maps that none of these ids is about, as BIDS writes them. */
    List<String> strangers(List<String> keys) {
        List<String> labels = labels(keys);
        return files.keySet().stream()
                .filter(label -> !labels.contains(label))
                .map(label -> others.contains(label) ? label : "sub-" + label)
                .toList();
    }

    /**
     * Each participant's map.
     *
     * @param source the table that lists the participants
     * @throws InputException if one has none or several
     */
    List<MapSource.Stored> of(List<String> keys, String source) {
        List<String> without = keys.stream().filter(key -> maps(key).isEmpty()).toList();
        if (!without.isEmpty())
            throw new InputException(source + " lists " + Exclusion.named(without) + ", for whom there is no"
                    + " map " + where
                    + ", expected an image for each participant with a name such as sub-"
                    + SubjectIds.label(without.get(0)) + "_stat-effect.nii.gz or in a folder such as sub-"
                    + SubjectIds.label(without.get(0)) + "; add it, or leave them out with leave_out.");
        return keys.stream().map(key -> one(key, source)).toList();
    }

    /** The maps of a participant, in one session if the key names one and no participant is called so. */
    private List<MapSource.Stored> maps(String key) {
        List<MapSource.Stored> whole = files.get(SubjectIds.label(key));
        Matcher session = SESSION.matcher(key);
        if (whole != null || !session.matches()) return whole == null ? List.of() : whole;
        Pattern named = Pattern.compile("(^|[/_])ses-" + Pattern.quote(session.group(2)) + "([/_.]|$)");
        return files.getOrDefault(participant(key), List.of()).stream()
                .filter(map ->
                        named.matcher(map.path().toString().replace('\\', '/')).find())
                .toList();
    }

    private MapSource.Stored one(String id, String source) {
        List<MapSource.Stored> maps = maps(id);
        if (maps.size() == 1) return maps.get(0);
        String found = maps.stream()
                .limit(NAMED)
                .map(map -> map.path().startsWith(folder)
                        ? folder.relativize(map.path()).toString()
                        : map.path().toString())
                .collect(Collectors.joining(", "));
        throw new InputException("The participant " + id + " of " + source + " has " + maps.size() + " maps " + where
                + " (" + found + (maps.size() > NAMED ? ", ..." : "")
                + "), expected one; put the table in a folder with one map for each participant, or add a"
                + " column \"map\""
                + " with the path of each.");
    }
}
