package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.files.FilesRead;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import net.imglib2.parallel.Parallelization;

/** Brings the subjects' maps together. */
public final class GroupMaps {

    private GroupMaps() {}

    /**
     * Reads the maps of a cohort, several files at a time; a 4D file is read in one pass.
     *
     * @implNote op names='cohort.mask.read'
     * @param cohort the subjects and their files
     * @param common what becomes of maps on different grids
     * @param progress hears of each finished file
     * @return the maps in the order of the subjects, all on one grid
     * @throws InputException if a file cannot be read, holds several volumes, or lies on another grid and is not to be
     *     resampled
     */
    public static Maps read(Cohort cohort, CommonGrid common, Progress progress) {
        return read(cohort, common, FilesRead.ignored(), progress);
    }

    /**
     * Reads the maps of a cohort, as {@link #read(Cohort, CommonGrid, Progress)} does.
     *
     * @implNote op names='cohort.mask.readAndRecord'
     * @param cohort the subjects and their files
     * @param common what becomes of maps on different grids
     * @param digests takes those of the files that were read
     * @param progress hears of each finished file
     * @return the maps in the order of the subjects, all on one grid
     * @throws InputException as there, or if a file is changed while it is read
     */
    public static Maps read(Cohort cohort, CommonGrid common, FilesRead digests, Progress progress) {
        Volume[] volumes = new Volume[cohort.size()];
        Grid first = grid(cohort.subjects().get(0).map());
        AtomicInteger moved = new AtomicInteger();
        Map<Path, Map<Integer, Integer>> files = new LinkedHashMap<>(); // subjects by their volume
        for (int s = 0; s < volumes.length; s++) {
            if (cohort.subjects().get(s).map() instanceof MapSource.Stored map)
                files.computeIfAbsent(map.path(), path -> new HashMap<>()).put(map.volume(), s);
            else if (cohort.subjects().get(s).map() instanceof MapSource.Open map)
                volumes[s] = bring(map.map(), common, first, moved);
        }
        AtomicInteger done = new AtomicInteger();
        Parallelization.getTaskExecutor().forEach(List.copyOf(files.entrySet()), file -> {
            progress.checkCanceled();
            read(file.getKey(), file.getValue(), digests, (map, s) -> volumes[s] = bring(map, common, first, moved));
            progress.update("Reading", done.incrementAndGet(), files.size());
        });
        Maps maps = new Maps(cohort.ids(), List.of(volumes));
        if (moved.get() > 0)
            progress.say(moved + " of " + volumes.length + " maps were brought to the grid of " + maps.grid() + ".");
        return maps;
    }

    private static Volume bring(Volume map, CommonGrid common, Grid first, AtomicInteger moved) {
        Volume brought = common.bring(map, first);
        if (!brought.grid().sameSpace(map.grid())) moved.incrementAndGet();
        return brought;
    }

    private static Grid grid(MapSource map) {
        return map instanceof MapSource.Open open
                ? open.map().grid()
                : VolumeFile.open(map.file().orElseThrow()).grid();
    }

    private static void read(
            Path file, Map<Integer, Integer> subjects, FilesRead digests, ObjIntConsumer<Volume> visitor) {
        if (subjects.size() == 1 && subjects.containsKey(0))
            visitor.accept(Volumes.read(file, digests), subjects.get(0));
        else
            VolumeFile.open(file, digests).forEach((volume, t) -> {
                if (subjects.containsKey(t)) visitor.accept(volume, subjects.get(t));
            });
    }

    /**
     * A weighted sum of maps in double precision. A voxel that holds no data in a map with a weight is NaN.
     *
     * @implNote op names='cohort.mask.weightedSum'
     * @param maps the maps
     * @param weights one a map; maps of weight 0 are not looked at
     * @param missing what holds no data: a value that is not finite, and a 0 if zeros are excluded; with {@code zero} nothing
     *     does, and a value that is not finite counts as 0
     * @return the sum on the grid of the maps
     */
    public static Volume weightedSum(Maps maps, double[] weights, MissingPolicy missing) {
        double[] sums = new double[maps.grid().voxels()];
        VoxelRuns.forEach(sums.length, (first, n, values) -> {
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] == 0) continue;
                maps.volumes().get(i).copy(first, n, values);
                for (int v = 0; v < n; v++) sums[first + v] += weights[i] * data(values[v], missing);
            }
        });
        return Volume.of(maps.grid(), sums);
    }

    private static double data(double value, MissingPolicy missing) {
        if (missing == MissingPolicy.ZERO) return Double.isFinite(value) ? value : 0;
        return Double.isFinite(value) && !(value == 0 && missing == MissingPolicy.EXCLUDE_ZEROS) ? value : Double.NaN;
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
        VoxelRuns.forEach(mean.length, (first, n, values) -> {
            for (Volume map : maps.volumes()) {
                map.copy(first, n, values);
                for (int v = 0; v < n; v++) mean[first + v] += values[v];
            }
            for (int v = first; v < first + n; v++) mean[v] /= maps.subjects();
        });
        return Volume.of(maps.grid(), mean);
    }
}
