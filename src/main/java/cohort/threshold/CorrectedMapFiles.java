package cohort.threshold;

import cohort.InputException;
import cohort.files.MapName;
import cohort.folder.RunFolder;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.TestedBy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the files of a permutation test: {@code contrast-NAME_stat-logpMaxSTATISTIC_statmap.nii.gz}. */
public final class CorrectedMapFiles {
    private static final String CORRECTED = "logpMax";
    private static final String TOGETHER = "AllContrasts";
    private static final List<String>
            PEAKS = List.of("T", "F", "Zv", "ZG", "Zt", "ZF", "PseudoT", "PseudoF", "Fisher", "Tippett", "Stouffer"),
            CLUSTERS = List.of("Size", "Mass", "Tfce");

    private CorrectedMapFiles() {}

    /**
     * The contrast whose map a file holds, by its name.
     *
     * @return nothing if the file has another name
     */
    public static Optional<String> contrast(Path file) {
        return MapName.ofFile(String.valueOf(file.getFileName())).map(MapName::contrast);
    }

    /**
     * Reads the maps of corrected p that a permutation test left in a folder, those alone that its record lists.
     *
     * @param folder the results of the test
     * @param contrast its name; nothing if the folder holds one contrast only
     * @param grid the grid that the maps must lie on
     * @param recorded the side that the record of the test has, for maps whose headers do not say
     * @return the maps: peak, size, mass, TFCE, others by name; may be empty
     * @throws InputException if it is no folder, holds several contrasts but none is given, or a map is not as the test left
     *     it or is on a different grid
     */
    public static List<CorrectedP> read(Path folder, Optional<String> contrast, Grid grid, Optional<Tail> recorded) {
        if (!Files.isDirectory(folder))
            throw new InputException(folder + " is not a folder, expected one with the results of a permutation test.");
        RunFolder run = RunFolder.open(folder);
        if (run.has(RunFolder.RUN))
            run.replaced(RunFolder.RUN, run.manifest(RunFolder.RUN).names()).ifPresent(name -> {
                throw new InputException(
                        "corrected: " + name + " in " + folder + " has since been overwritten by another run,"
                                + " expected that of the permutation test; run the test again, or give"
                                + " corrected=none.");
            });
        TreeMap<String, List<Path>> files = new TreeMap<>();
        if (run.has(RunFolder.RUN))
            for (String name : run.manifest(RunFolder.RUN).names())
                if (statistic(Path.of(name)).isPresent())
                    files.computeIfAbsent(contrast(Path.of(name)).orElseThrow(), key -> new ArrayList<>())
                            .add(Path.of(name));
        if (contrast.isEmpty() && files.size() > 1)
            throw new InputException(folder + " holds the contrasts " + String.join(", ", files.keySet())
                    + ", expected one; give the map of one contrast under its name there.");
        List<CorrectedP> maps =
                files.getOrDefault(contrast.orElse(files.isEmpty() ? "" : files.firstKey()), List.of()).stream()
                        .sorted(Comparator.comparingInt(CorrectedMapFiles::rank)
                                .thenComparing(
                                        file -> statistic(file).orElseThrow().endsWith(TOGETHER))
                                .thenComparing(Path::toString))
                        .map(file -> corrected(run.file(RunFolder.RUN, file.toString()), grid, recorded))
                        .toList();
        if (!run.isCurrent())
            throw new InputException(folder
                    + " was written by another run while it was being read; read it again when that run has ended.");
        return maps;
    }

    private static CorrectedP corrected(Path file, Grid grid, Optional<Tail> recorded) {
        VolumeFile opened = VolumeFile.open(file);
        Tail tail = TestedBy.parse(opened.description())
                .map(TestedBy::tail)
                .or(() -> recorded)
                .orElse(Tail.BOTH);
        return new CorrectedP(column(CORRECTED + statistic(file).orElseThrow()), onGrid(opened, grid), tail);
    }

    /** What the p-values of a file are corrected for, e.g. {@code Size}; nothing if it holds none. */
    private static Optional<String> statistic(Path file) {
        return MapName.ofFile(file.getFileName().toString())
                .map(MapName::statistic)
                .filter(statistic -> statistic.startsWith(CORRECTED))
                .map(statistic -> statistic.substring(CORRECTED.length()));
    }

    /** Whether it is a statistic of voxels, or the least of one over several maps. */
    private static boolean isPeak(String statistic) {
        return PEAKS.contains(statistic) || statistic.startsWith("Min");
    }

    private static int rank(Path file) {
        String statistic = statistic(file).orElseThrow().replace(TOGETHER, "");
        if (isPeak(statistic)) return 0;
        int rank = CLUSTERS.indexOf(statistic);
        return 1 + (rank < 0 ? CLUSTERS.size() : rank);
    }

    /**
     * The heading of a column of such p-values.
     *
     * @param map what the map is called in its file's name, e.g. {@code logpMaxT}
     */
    public static String column(String map) {
        String corrected = map.substring(CORRECTED.length()), statistic = corrected.replace(TOGETHER, "");
        String of = isPeak(statistic) ? "peak" : statistic.equals("Tfce") ? "TFCE" : statistic.toLowerCase(Locale.ROOT);
        return "p " + of + (corrected.equals(statistic) ? "" : " (all contrasts)");
    }

    private static Volume onGrid(VolumeFile file, Grid grid) {
        Volume volume = file.readSingle();
        if (!volume.grid().sameSpace(grid))
            throw new InputException(file.path() + " is on a different grid from the image, found " + volume.grid()
                    + ", expected " + grid + "; give corrected=none, or the folder of this image's test.");
        return volume;
    }
}
