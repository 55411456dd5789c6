package cohort.subjects.found;

import cohort.InputException;
import cohort.subjects.MapSource;
import cohort.subjects.PassedOver;
import cohort.subjects.Selection;
import cohort.subjects.SubjectIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The maps that a folder, a pattern or a list of them gives.
 *
 * @param source what the user gave
 * @param maps what was taken, in order
 * @param selection how
 */
record FoundMaps(String source, List<MapSource.Stored> maps, Selection selection) {
    private static final int NAMED = 4;

    FoundMaps {
        maps = List.copyOf(maps);
    }

    /** Files that the user named one by one, all of which are taken. */
    static FoundMaps named(String source, List<MapSource.Stored> maps) {
        return new FoundMaps(source, maps, Selection.NAMED);
    }

    /**
     * The images among files that were met, without the results of this program.
     *
     * @param entries what was met
     * @throws InputException if results are all there is in a folder, a link leads nowhere or two files bear one name
     */
    static FoundMaps among(String source, MapFiles.Entries entries) {
        OwnResults results = new OwnResults();
        List<Path> maps = new ArrayList<>();
        List<PassedOver> passed = new ArrayList<>(entries.passedOver());
        for (Path image : entries.images()) {
            Optional<String> reason = results.reason(image);
            if (reason.isEmpty()) maps.add(image);
            else passed.add(new PassedOver(image.toString(), reason.get()));
        }
        if (maps.isEmpty())
            throw new InputException("maps=" + source + " contains only results of Cohort, such as "
                    + entries.images().get(0).getFileName()
                    + ", expected maps of subjects; list them (a.nii;b.nii) if these are the maps.");
        requireDistinctNames(source, maps);
        return new FoundMaps(
                source, maps.stream().map(MapSource.Stored::new).toList(), new Selection(false, passed, List.of()));
    }

    private static void requireDistinctNames(String source, List<Path> files) {
        Map<Path, Path> seen = new HashMap<>();
        for (Path file : files) {
            Path first = seen.putIfAbsent(file.resolveSibling(SubjectIds.stem(file)), file);
            if (first != null)
                throw new InputException(
                        "maps=" + source + " gives " + first.getFileName() + " and " + file.getFileName()
                                + ", which differ only in their extensions, expected each subject once; remove one of them, or give a pattern that matches one.");
        }
    }

    /** What several of these are together; masks and odd names are asked about within each. */
    static FoundMaps together(String source, List<FoundMaps> parts) {
        return new FoundMaps(
                source,
                parts.stream().flatMap(part -> part.maps.stream()).toList(),
                new Selection(
                        parts.stream().allMatch(part -> part.selection.byName()),
                        parts.stream()
                                .flatMap(part -> part.selection.passedOver().stream())
                                .toList(),
                        List.of()));
    }

    /** The files, each once. */
    List<Path> files() {
        return maps.stream().map(MapSource.Stored::path).distinct().toList();
    }

    /**
     * Asks about files that a folder or a pattern gives and that seem to be no maps.
     *
     * @param kept the files that are to be analysed
     * @throws InputException if there are such
     */
    void requireAlike(List<Path> kept) {
        if (selection.byName()) return;
        Set<Path> own = new HashSet<>(files());
        List<Path> looked = kept.stream().filter(own::contains).toList();
        List<Path> masks = OddNames.masks(looked);
        if (!masks.isEmpty())
            throw odd(masks, masks.size() == 1 ? "is called a mask" : "are called masks", "maps alone");
        List<Path> strangers = OddNames.strangers(looked);
        if (!strangers.isEmpty())
            throw odd(
                    strangers,
                    (strangers.size() == 1 ? "is" : "are") + " not named like the other "
                            + (looked.size() - strangers.size()),
                    "names that follow one pattern");
    }

    private InputException odd(List<Path> files, String what, String expected) {
        String names = files.stream()
                .limit(NAMED)
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
        return new InputException("maps=" + source + " gives " + names + (files.size() > NAMED ? ", ..." : "")
                + ", which " + what + ", expected " + expected + "; leave it out with leave_out="
                + SubjectIds.stem(files.get(0)) + ", or give a pattern or a list (a.nii;b.nii) of the maps.");
    }

    /** @throws InputException if a map occurs twice, under whatever name */
    void requireDistinct() {
        Map<MapSource.Stored, Path> seen = new HashMap<>();
        for (MapSource.Stored map : maps) {
            MapSource.Stored real = new MapSource.Stored(MapFiles.real(map.path()), map.part(), map.index());
            Path first = seen.putIfAbsent(real, map.path());
            if (first != null && first.equals(map.path()))
                throw new InputException(
                        "maps=" + source + " gives " + first + " twice, expected each subject once; give it once.");
            if (first != null)
                throw new InputException("maps=" + source + " gives " + first + " and " + map.path()
                        + ", which are the same file, expected each subject once; remove one of them.");
        }
    }
}
