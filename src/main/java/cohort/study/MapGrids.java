package cohort.study;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.format.VolumeFile;
import cohort.image.resample.Resampling;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.text.Numbers;
import cohort.text.Words;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The grids of a cohort's maps, by their headers alone.
 *
 * @param ids the maps'
 * @param grids one per map; empty where a header cannot be read
 */
public record MapGrids(List<String> ids, List<Optional<Grid>> grids) {
    private static final int DIGITS = 4;

    /** Reads the headers of the maps' files, each once. */
    public static MapGrids of(Cohort cohort) {
        Map<Path, Optional<Grid>> files = new HashMap<>();
        return new MapGrids(
                cohort.ids(),
                cohort.subjects().stream()
                        .map(subject -> grid(subject.map(), files))
                        .toList());
    }

    private static Optional<Grid> grid(MapSource map, Map<Path, Optional<Grid>> files) {
        if (map instanceof MapSource.Open open) return Optional.of(open.map().grid());
        MapSource.Stored stored = (MapSource.Stored) map;
        return files.computeIfAbsent(stored.path(), path -> {
            try {
                return Optional.of(VolumeFile.open(path, stored.options()).grid());
            } catch (InputException e) { // the run says why
                return Optional.empty();
            }
        });
    }

    /** The grid of a map in words, such as {@code 53 x 63 x 46, 3 x 3 x 3 mm}. */
    public String words(int map) {
        return grids.get(map)
                .map(grid -> grid.nx() + " x " + grid.ny() + " x " + grid.nz() + ", " + size(grid, 0) + " x "
                        + size(grid, 1) + " x " + size(grid, 2) + " mm")
                .orElse("cannot be read");
    }

    private static String size(Grid grid, int axis) {
        return Numbers.plain(grid.voxelSize(axis), new MathContext(DIGITS));
    }

    /** How maps differ, as one sentence, if some do not lie on the grid of the first; empty if all do. */
    public Optional<String> difference() {
        if (grids.isEmpty() || grids.get(0).isEmpty()) return Optional.empty();
        Grid first = grids.get(0).get();
        int[] others = IntStream.range(1, grids.size())
                .filter(map -> grids.get(map)
                        .filter(grid -> !Resampling.samePlaces(grid, first))
                        .isPresent())
                .toArray();
        if (others.length == 0) return Optional.empty();
        return Optional.of(Words.count(others.length) + " of " + Words.count(grids.size())
                + (others.length == 1 ? " maps is" : " maps are")
                + " on a different grid from that of " + ids.get(0) + ": " + ids.get(others[0]) + " has "
                + first.difference(grids.get(others[0]).orElseThrow()) + ".");
    }

    /** Those of some of the maps. */
    public MapGrids of(List<String> some) {
        Map<String, Optional<Grid>> byId = new HashMap<>();
        for (int map = 0; map < grids.size(); map++) byId.put(ids.get(map), grids.get(map));
        return new MapGrids(
                some,
                some.stream().map(id -> byId.getOrDefault(id, Optional.empty())).toList());
    }
}
