package cohort.subjects;

import cohort.InputException;
import cohort.files.MapName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The maps below a folder by the participants whose {@code sub-LABEL} stands in their paths or names, as in BIDS
 * (Gorgolewski et al. 2016, Scientific Data 3:160044) and its derivatives.
 *
 * @param folder where they are sought, at any depth
 * @param files those of each label
 */
record ParticipantMaps(Path folder, Map<String, List<Path>> files) {
    private static final Pattern LABEL = Pattern.compile("(?:^|[/_])sub-([^/_.]+)");
    private static final Pattern MASK = Pattern.compile("(.*[_-])?mask\\.[^/]*");

    private static final int NAMED = 4;

    static ParticipantMaps below(Path folder) {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (Path file : MapFiles.belowFolder(folder)) {
            if (isNoMap(file.getFileName().toString())) continue;
            TreeSet<String> labels = LABEL.matcher(
                            folder.relativize(file).toString().replace('\\', '/'))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (labels.size() > 1)
                throw new InputException(file + " is of the participants sub-" + String.join(" and sub-", labels)
                        + " by its path, expected one; move or rename it.");
            for (String label : labels)
                files.computeIfAbsent(label, l -> new ArrayList<>()).add(file);
        }
        return new ParticipantMaps(folder, files);
    }

    /** Whether a file is a mask, or what this program itself writes. */
    private static boolean isNoMap(String name) {
        return MASK.matcher(name).matches() || MapName.ofFile(name).isPresent();
    }

    /** The participants of maps that none of these ids is about, as BIDS writes them. */
    List<String> strangers(List<String> ids) {
        List<String> labels = ids.stream().map(SubjectIds::label).toList();
        return files.keySet().stream()
                .filter(label -> !labels.contains(label))
                .map(label -> "sub-" + label)
                .toList();
    }

    /**
     * Each participant's map.
     *
     * @param source the table that lists the participants
     * @throws InputException if one has none or several
     */
    List<Path> of(List<String> ids, String source) {
        List<String> without = ids.stream()
                .filter(id -> !files.containsKey(SubjectIds.label(id)))
                .toList();
        if (!without.isEmpty())
            throw new InputException(source + " lists " + Exclusion.named(without)
                    + ", of whom there is no map below its folder, expected for each participant an image with a name such as"
                    + " sub-" + SubjectIds.label(without.get(0))
                    + "_stat-effect.nii.gz or in a folder such as sub-" + SubjectIds.label(without.get(0))
                    + "; add it, or leave them out by leave_out.");
        return ids.stream().map(id -> one(id, source)).toList();
    }

    private Path one(String id, String source) {
        List<Path> maps = files.get(SubjectIds.label(id));
        if (maps.size() == 1) return maps.get(0);
        String found = maps.stream()
                .limit(NAMED)
                .map(map -> folder.relativize(map).toString())
                .collect(Collectors.joining(", "));
        throw new InputException("The participant " + id + " of " + source + " has " + maps.size()
                + " maps below its folder (" + found + (maps.size() > NAMED ? ", ..." : "")
                + "), expected one; put the table into a folder with one map for each participant, or add a column \"map\""
                + " with the path of each.");
    }
}
