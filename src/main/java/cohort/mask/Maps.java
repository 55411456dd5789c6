package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.VolumeFile;
import cohort.image.Volumes;
import cohort.table.Cohort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

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
                    + " subject, expected at least 2; a group test needs one map per subject.");
        for (int s = 1; s < volumes.size(); s++) requireSameGrid(ids, volumes, s);
    }

    private static void requireSameGrid(List<String> ids, List<Volume> volumes, int s) {
        Grid first = volumes.get(0).grid(), other = volumes.get(s).grid();
        if (!first.sameSpace(other))
            throw new InputException("maps: " + ids.get(s) + " lies on another grid than " + ids.get(0) + ", found "
                    + other + ", expected " + first + "; resample the maps to one grid first.");
    }

    /**
     * Reads the maps of a cohort, several files at a time; a 4D file is read in one pass.
     *
     * @implNote op names='cohort.mask.read'
     * @param cohort the subjects and their files
     * @param progress hears of each finished file
     * @return the maps in the order of the subjects
     * @throws InputException if a file cannot be read, holds several volumes, or lies on another grid
     */
    public static Maps read(Cohort cohort, Progress progress) {
        Volume[] volumes = new Volume[cohort.size()];
        Map<Path, List<Integer>> files = IntStream.range(0, volumes.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        s -> cohort.subjects().get(s).map().file(), LinkedHashMap::new, Collectors.toList()));
        AtomicInteger done = new AtomicInteger();
        Parallelization.getTaskExecutor().forEach(List.copyOf(files.entrySet()), file -> {
            progress.checkCanceled();
            read(cohort, file.getKey(), file.getValue(), volumes);
            progress.update("Reading", done.incrementAndGet(), files.size());
        });
        return new Maps(cohort.ids(), List.of(volumes));
    }

    private static void read(Cohort cohort, Path file, List<Integer> subjects, Volume[] volumes) {
        if (subjects.size() == 1) {
            volumes[subjects.get(0)] = Volumes.read(file);
            return;
        }
        Map<Integer, Integer> subjectOfVolume = new HashMap<>();
        for (int s : subjects)
            subjectOfVolume.put(cohort.subjects().get(s).map().volume(), s);
        VolumeFile.open(file).forEach((volume, t) -> {
            if (subjectOfVolume.containsKey(t)) volumes[subjectOfVolume.get(t)] = volume;
        });
    }

    /** The grid of every map. */
    public Grid grid() {
        return volumes.get(0).grid();
    }

    /** Number of subjects, at least 2. */
    public int subjects() {
        return volumes.size();
    }

    /**
     * The mean over subjects in double precision; a voxel that is not finite in some subject is not finite here.
     *
     * @implNote op names='cohort.mask.mean'
     * @param maps one map per subject
     * @return the mean on the same grid
     */
    public static Volume mean(Maps maps) {
        double[] mean = new double[maps.grid().voxels()];
        for (Volume map : maps.volumes()) {
            double[] values = map.values();
            for (int v = 0; v < mean.length; v++) mean[v] += values[v];
        }
        for (int v = 0; v < mean.length; v++) mean[v] /= maps.subjects();
        return Volume.of(maps.grid(), mean);
    }
}
