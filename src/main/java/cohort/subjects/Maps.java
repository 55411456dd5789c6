package cohort.subjects;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import java.util.List;

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
        for (int s = 1; s < volumes.size(); s++) requireSameGrid(ids, volumes, s);
    }

    private static void requireSameGrid(List<String> ids, List<Volume> volumes, int s) {
        Grid first = volumes.get(0).grid(), other = volumes.get(s).grid();
        if (!first.sameSpace(other))
            throw new InputException("maps: " + ids.get(s) + " lies on another grid than " + ids.get(0) + ", found "
                    + first.difference(other)
                    + "; give resample=linear (or nearest, cubic), or resample the maps to one"
                    + " grid first.");
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
