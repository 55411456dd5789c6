package cohort.spark;

import cohort.image.ReadingOptions;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Maps that are read from one file in one pass.
 *
 * @param path the file, absolute; all executors must see it there
 * @param channel which is taken, 0 if there are none
 * @param subjects the place of each map among all
 * @param parts what part of the file each map is
 * @param indices which volume or slice each map is
 */
record MapFile(String path, int channel, int[] subjects, MapSource.Part[] parts, int[] indices)
        implements Serializable {
    /** So many maps are held in memory by whoever reads them. */
    private static final int TOGETHER = 32;

    /** The files of a cohort whose maps are stored in files. */
    static List<MapFile> of(Cohort cohort) {
        Map<Path, List<Integer>> subjects = new LinkedHashMap<>();
        for (int s = 0; s < cohort.size(); s++)
            subjects.computeIfAbsent(stored(cohort, s).path(), path -> new ArrayList<>())
                    .add(s);
        List<MapFile> files = new ArrayList<>();
        subjects.values().forEach(all -> {
            for (int from = 0; from < all.size(); from += TOGETHER)
                files.add(of(cohort, all.subList(from, Math.min(all.size(), from + TOGETHER))));
        });
        return files;
    }

    private static MapFile of(Cohort cohort, List<Integer> subjects) {
        List<MapSource.Stored> maps =
                subjects.stream().map(s -> stored(cohort, s)).toList();
        return new MapFile(
                maps.get(0).path().toString(),
                maps.get(0).options().channel(),
                subjects.stream().mapToInt(s -> s).toArray(),
                maps.stream().map(MapSource.Stored::part).toArray(MapSource.Part[]::new),
                maps.stream().mapToInt(MapSource.Stored::index).toArray());
    }

    private static MapSource.Stored stored(Cohort cohort, int subject) {
        return (MapSource.Stored) cohort.subjects().get(subject).map();
    }

    /** Where the maps are. */
    List<MapSource.Stored> maps() {
        return IntStream.range(0, subjects.length)
                .mapToObj(m -> new MapSource.Stored(Path.of(path), parts[m], indices[m], new ReadingOptions(channel)))
                .toList();
    }
}
