package cohort.subjects;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import java.io.Closeable;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/** One map per subject, all on one grid; in memory, or in a temporary file from which a few at a time are read. */
public final class Maps implements Closeable {
    private final List<String> ids;
    private final MapStore maps;

    /**
     * Maps in memory.
     *
     * @param ids the subjects' names, used in messages and figures
     * @param volumes the maps, in the same order
     * @throws InputException if there are fewer than two maps or a map is on a different grid from the first
     */
    public Maps(List<String> ids, List<Volume> volumes) {
        this(ids, new HeldMaps(volumes.toArray(Volume[]::new)));
    }

    /**
     * Maps that were put into a store.
     *
     * @throws InputException if there are fewer than two maps or a map is on a different grid from the first
     */
    public Maps(List<String> ids, MapStore maps) {
        if (ids.size() != maps.size())
            throw new IllegalArgumentException(ids.size() + " names for " + maps.size() + " maps");
        this.ids = List.copyOf(ids);
        this.maps = maps;
        if (subjects() < 2)
            throw new InputException("maps: found " + subjects()
                    + (subjects() == 1 ? " map" : " maps")
                    + ", expected at least 2; a group test needs one map per subject.");
        int usual = usual();
        for (int s = 0; s < subjects(); s++) requireSameGrid(usual, s);
    }

    /** A map on the grid of more than half of all; the first if there is no such grid. */
    private int usual() {
        List<Integer> others = IntStream.range(1, subjects())
                .filter(s -> !grid().sameSpace(maps.grid(s)))
                .boxed()
                .toList();
        if (others.isEmpty()) return 0;
        int other = others.get(0);
        long like = others.stream()
                .filter(s -> maps.grid(other).sameSpace(maps.grid(s)))
                .count();
        return 2 * like > subjects() ? other : 0;
    }

    private void requireSameGrid(int usual, int s) {
        Grid expected = maps.grid(usual), other = maps.grid(s);
        if (!expected.sameSpace(other))
            throw new InputException(
                    "maps: " + ids.get(s) + " is on a different grid from " + ids.get(usual) + ", found "
                            + expected.difference(other)
                            + "; give resample=linear (or nearest, cubic), resample the maps to one grid first, or"
                            + " leave out with leave_out what is not a map.");
    }

    /** The subjects' names. */
    public List<String> ids() {
        return ids;
    }

    /** The grid of every map. */
    public Grid grid() {
        return maps.grid(0);
    }

    /** Number of subjects, at least 2. */
    public int subjects() {
        return maps.size();
    }

    /** A subject's map. */
    public Volume volume(int subject) {
        return maps.volume(subject);
    }

    /** What is done with some maps. */
    public interface Visitor {
        /**
         * @param first the first one's subject
         * @param some maps of subjects that follow upon each other
         */
        void visit(int first, List<Volume> some);
    }

    /** Goes through all maps in order, as many at a time as memory allows. */
    public void forEach(Visitor visitor) {
        int together = maps.together();
        for (int first = 0; first < subjects(); first += together) {
            List<Integer> some = IntStream.range(first, Math.min(subjects(), first + together))
                    .boxed()
                    .toList();
            visitor.visit(first, Parallelization.getTaskExecutor().forEachApply(some, maps::volume));
        }
    }

    /** Releases the temporary file, if there is one; the maps cannot be read afterwards. */
    @Override
    public void close() {
        maps.close();
    }
}
