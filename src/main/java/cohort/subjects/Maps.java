package cohort.subjects;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One map per subject, all on one grid.
 *
 * @param ids the subjects' names, used in messages and figures
 * @param volumes the maps, in the same order
 */
public record Maps(List<String> ids, List<Volume> volumes) {

    /** @throws InputException if there are fewer than two maps or a map lies on another grid than the first */
    public Maps {
        if (ids.size() != volumes.size())
            throw new IllegalArgumentException(ids.size() + " names for " + volumes.size() + " maps");
        ids = List.copyOf(ids);
        volumes = List.copyOf(volumes);
        if (volumes.size() < 2)
            throw new InputException("maps: found " + volumes.size()
                    + (volumes.size() == 1 ? " map" : " maps")
                    + ", expected at least 2; a group test needs one map per subject.");
        int usual = usual(volumes);
        for (int s = 0; s < volumes.size(); s++) requireSameGrid(ids, volumes, usual, s);
    }

    /** A map on the grid of more than half of all; the first if there is no such grid. */
    private static int usual(List<Volume> volumes) {
        Grid first = volumes.get(0).grid();
        List<Integer> others = IntStream.range(1, volumes.size())
                .filter(s -> !first.sameSpace(volumes.get(s).grid()))
                .boxed()
                .toList();
        if (others.isEmpty()) return 0;
        int other = others.get(0);
        long like = others.stream()
                .filter(s -> volumes.get(other).grid().sameSpace(volumes.get(s).grid()))
                .count();
        return 2 * like > volumes.size() ? other : 0;
    }

    private static void requireSameGrid(List<String> ids, List<Volume> volumes, int usual, int s) {
        Grid expected = volumes.get(usual).grid(), other = volumes.get(s).grid();
        if (!expected.sameSpace(other))
            throw new InputException("maps: " + ids.get(s) + " lies on another grid than " + ids.get(usual) + ", found "
                    + expected.difference(other)
                    + "; give resample=linear (or nearest, cubic), resample the maps to one grid first, or leave out what is no"
                    + " map by leave_out.");
    }

    /** The grid of every map. */
    public Grid grid() {
        return volumes.get(0).grid();
    }

    /** Number of subjects, at least 2. */
    public int subjects() {
        return volumes.size();
    }
}
