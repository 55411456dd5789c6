package cohort.threshold;

import cohort.InputException;
import cohort.files.MapName;
import cohort.folder.RunFolder;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The size of an effect at every voxel, as a table of peaks has it.
 *
 * @param columns maps by the names of the table's columns: the size, its lower and upper 95 % limit, and g beside d; none if
 *     there are no such maps
 */
public record PeakEffects(Map<String, Volume> columns) {
    /** None. */
    public static final PeakEffects NONE = new PeakEffects(Map.of());

    /** What a reader of sizes at peaks should know, a sentence. */
    public static final String CAUTION =
            "Peaks are selected for being high, so effect sizes there are too large on average.";

    /** What the columns of the lower and upper limit end in. */
    public static final String LOWER = " lower", UPPER = " upper";

    /** The sizes of which a table has the first that there is: by the names of their maps, and of their columns. */
    private static final Map<String, String> SIZES = sizes();

    /** The unbiased companions of d. */
    private static final Map<String, String> BESIDE = Map.of("d", "g", "dUnpooled", "gUnpooled");

    public PeakEffects {
        columns = new LinkedHashMap<>(columns);
    }

    private static Map<String, String> sizes() {
        Map<String, String> sizes = new LinkedHashMap<>();
        sizes.put("d", "d");
        sizes.put("dUnpooled", "d (not pooled)");
        sizes.put("r", "partial r");
        sizes.put("partialR2", "partial R2");
        return sizes;
    }

    /** The columns of maps that are there, by the names of their files. */
    public static PeakEffects of(Map<String, Volume> maps) {
        Map<String, Volume> columns = new LinkedHashMap<>();
        size(maps::containsKey).ifPresent(size -> names(size).forEach((name, column) -> {
            if (maps.containsKey(name)) columns.put(column, maps.get(name));
        }));
        return new PeakEffects(columns);
    }

    private static Optional<String> size(Predicate<String> isThere) {
        return SIZES.keySet().stream().filter(isThere).findFirst();
    }

    /** The names of maps and of their columns. */
    private static Map<String, String> names(String size) {
        String column = SIZES.get(size);
        Map<String, String> names = new LinkedHashMap<>();
        names.put(size, column);
        names.put(size + "Lower", column + LOWER);
        names.put(size + "Upper", column + UPPER);
        if (BESIDE.containsKey(size)) names.put(BESIDE.get(size), column.replaceFirst("d", "g"));
        return names;
    }

    /**
     * Reads the sizes that were written beside a contrast's map by the same run.
     *
     * @param file of the map; another file has none beside it
     * @throws InputException if a size's map is not as the run left it
     */
    public static PeakEffects beside(Path file) {
        Optional<MapName> name = MapName.ofFile(String.valueOf(file.getFileName()));
        if (name.isEmpty()) return NONE;
        RunFolder folder = RunFolder.open(file.toAbsolutePath().getParent());
        return Stream.of(RunFolder.RUN, RunFolder.MODEL)
                .filter(record -> isIn(folder, record, name.get().file()))
                .map(record -> read(folder, record, name.get().contrast()))
                .filter(effects -> !effects.columns.isEmpty())
                .findFirst()
                .orElse(NONE);
    }

    private static PeakEffects read(RunFolder folder, String record, String contrast) {
        Map<String, Volume> maps = new LinkedHashMap<>();
        size(size -> isIn(folder, record, new MapName(contrast, size).file()))
                .ifPresent(size -> names(size).keySet().forEach(name -> {
                    String file = new MapName(contrast, name).file();
                    if (isIn(folder, record, file)) maps.put(name, Volumes.read(folder.file(record, file)));
                }));
        return of(maps);
    }

    private static boolean isIn(RunFolder folder, String record, String file) {
        return folder.has(record) && folder.manifest(record).find(file).isPresent();
    }

    /** The values at a peak, in the order of the columns. */
    List<Double> at(Peak peak) {
        return columns.values().stream()
                .map(map -> map.voxels().getAt(peak.i(), peak.j(), peak.k()).getRealDouble())
                .toList();
    }
}
