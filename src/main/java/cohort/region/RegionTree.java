package cohort.region;

import cohort.InputException;
import cohort.region.names.RegionName;
import cohort.table.Nearest;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The regions of an atlas and which holds which.
 *
 * @param regions those with a label in the image, by label, and those that hold them
 */
record RegionTree(List<Region> regions) {
    private static final int MOST_NAMED = 5;

    /**
     * The regions of some labels.
     *
     * @param image the atlas, for messages
     * @param labels those that are in it, 0 left out
     * @param names what they and others are called
     * @throws InputException if a label has no name, or two of the regions have one name
     */
    static RegionTree of(Path image, SortedSet<Long> labels, Map<Long, RegionName> names) {
        List<String> nameless = labels.stream()
                .filter(label -> !names.containsKey(label))
                .map(String::valueOf)
                .toList();
        if (!nameless.isEmpty())
            throw new InputException("atlas: " + image + " has "
                    + (nameless.size() == 1 ? "the label " : nameless.size() + " labels without a name, ")
                    + Words.first(nameless, MOST_NAMED) + (nameless.size() == 1 ? " without a name" : "")
                    + ", expected a name for each; add " + (nameless.size() == 1 ? "it" : "them")
                    + " to the file of names, or give another as atlas_names.");
        Set<Long> kept = new LinkedHashSet<>(labels);
        for (long label : labels) {
            OptionalLong parent = names.get(label).parent();
            while (parent.isPresent() && names.containsKey(parent.getAsLong()) && kept.add(parent.getAsLong()))
                parent = names.get(parent.getAsLong()).parent();
        }
        List<Long> order = List.copyOf(kept);
        Map<Long, Integer> places = new HashMap<>();
        for (int r = 0; r < order.size(); r++) places.put(order.get(r), r);
        List<Region> regions = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        for (long label : order) {
            RegionName name = names.get(label);
            Long earlier = seen.put(name.name(), label);
            if (earlier != null)
                throw new InputException("atlas: the labels " + earlier + " and " + label + " of " + image
                        + " are both named " + name.name() + ", expected a different name for each; rename one.");
            Optional<Integer> parent = name.parent().isPresent()
                    ? Optional.ofNullable(places.get(name.parent().getAsLong()))
                    : Optional.empty();
            regions.add(new Region(
                    label,
                    name.name(),
                    name.abbreviation(),
                    parent.map(OptionalInt::of).orElse(OptionalInt.empty())));
        }
        return new RegionTree(List.copyOf(regions));
    }

    /**
     * The regions that a user names, each with all that it holds.
     *
     * @param key the option, for the message
     * @param text names or abbreviations, separated by semicolons
     * @return for each region whether it is meant
     * @throws InputException if there is no such region
     */
    boolean[] named(String key, String text) {
        boolean[] meant = new boolean[regions.size()];
        for (String name : text.split(";")) if (!name.isBlank()) meant[find(key, name.strip())] = true;
        boolean[] within = new boolean[meant.length];
        for (int r = 0; r < within.length; r++) within[r] = isWithin(r, meant);
        return within;
    }

    private boolean isWithin(int region, boolean[] meant) {
        OptionalInt at = OptionalInt.of(region);
        for (int steps = 0; at.isPresent() && steps <= regions.size(); steps++) { // a circle of parents has an end, too
            if (meant[at.getAsInt()]) return true;
            at = regions.get(at.getAsInt()).parent();
        }
        return false;
    }

    /** The place of a region by its name or abbreviation; nothing if there is none. */
    OptionalInt place(String name) {
        OptionalInt found = first(region -> region.name().equals(name));
        if (found.isEmpty()) found = first(region -> region.abbreviation().equals(name));
        if (found.isEmpty()) found = first(region -> region.name().equalsIgnoreCase(name));
        return found;
    }

    /** For each region whether it is that of a place, or lies in it. */
    boolean[] within(int place) {
        boolean[] meant = new boolean[regions.size()], within = new boolean[meant.length];
        meant[place] = true;
        for (int r = 0; r < within.length; r++) within[r] = isWithin(r, meant);
        return within;
    }

    private int find(String key, String name) {
        return place(name).orElseThrow(() -> {
            List<String> names = regions.stream().map(Region::name).toList();
            return new InputException(
                    key + ": the atlas has no region " + name + ", expected names separated by semicolons; "
                            + Nearest.to(name, names)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElseGet(() -> "the nearest are "
                                            + Words.list(Nearest.first(name, names).stream()
                                                    .limit(MOST_NAMED)
                                                    .toList())
                                            + "."));
        });
    }

    private OptionalInt first(Predicate<Region> wanted) {
        return IntStream.range(0, regions.size())
                .filter(r -> wanted.test(regions.get(r)))
                .findFirst();
    }
}
