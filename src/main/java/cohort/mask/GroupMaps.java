package cohort.mask;

import cohort.InputException;
import cohort.Progress;
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

/** Brings the subjects' maps together. */
public final class GroupMaps {

    private GroupMaps() {}

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
