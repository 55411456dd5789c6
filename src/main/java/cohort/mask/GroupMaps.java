package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.files.FilesRead;
import cohort.image.Grid;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import cohort.subjects.content.FileRemarks;
import cohort.subjects.content.MapContentCheck;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @param cohort the subjects and their files
     * @param common what becomes of maps on different grids
     * @param progress hears of each finished file
     * @return the maps in the order of the subjects, all on one grid
     * @throws InputException if a file cannot be read, holds several volumes, or lies on another grid and is not to be
     *     resampled; if a map holds no data or one value everywhere, two are the same voxel by voxel, or one that a folder or a
     *     pattern gives holds nothing but 0 and another number, or whole numbers, as masks and atlases do, while most do not
     */
    public static Maps read(Cohort cohort, CommonGrid common, Progress progress) {
        return read(cohort, common, FilesRead.ignored(), progress);
    }

    /**
     * Reads the maps of a cohort, as {@link #read(Cohort, CommonGrid, Progress)} does.
     *
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
        Map<Path, List<Integer>> files = new LinkedHashMap<>(); // the subjects in each
        for (int s = 0; s < volumes.length; s++) {
            if (cohort.subjects().get(s).map() instanceof MapSource.Stored map)
                files.computeIfAbsent(map.path(), path -> new ArrayList<>()).add(s);
            else if (cohort.subjects().get(s).map() instanceof MapSource.Open map)
                volumes[s] = bring(map.map(), common, first, moved);
        }
        AtomicInteger done = new AtomicInteger();
        FileRemarks remarks = new FileRemarks();
        Parallelization.getTaskExecutor().forEach(List.copyOf(files.entrySet()), file -> {
            progress.checkCanceled();
            VolumeFile opened = VolumeFile.open(file.getKey(), options(cohort, file.getValue()), digests);
            remarks.add(opened, file.getValue().size());
            read(opened, cohort, file.getValue(), (map, s) -> volumes[s] = bring(map, common, first, moved));
            progress.update("Reading", done.incrementAndGet(), files.size());
        });
        remarks.sentences(volumes.length).forEach(progress::say);
        Maps maps = new Maps(cohort.ids(), List.of(volumes));
        MapContentCheck.sentences(maps, cohort.selection().byName()).forEach(progress::say);
        if (moved.get() > 0)
            progress.say(moved + " of " + volumes.length + " maps were brought to the grid of " + maps.grid() + ".");
        return maps;
    }

    /** All maps of a file are read with the same options. */
    private static ReadingOptions options(Cohort cohort, List<Integer> subjects) {
        return ((MapSource.Stored) cohort.subjects().get(subjects.get(0)).map()).options();
    }

    /**
     * Reads one map, as it is.
     *
     * @throws InputException if its file cannot be read
     */
    public static Volume one(MapSource map) {
        if (map instanceof MapSource.Open open) return open.map();
        MapSource.Stored stored = (MapSource.Stored) map;
        VolumeFile image = VolumeFile.open(stored.path(), stored.options());
        return switch (stored.part()) {
            case WHOLE -> image.readSingle();
            case VOLUME -> image.read(stored.index());
            case SLICE -> image.readSingle().slice(stored.index());
        };
    }

    private static Volume bring(Volume map, CommonGrid common, Grid first, AtomicInteger moved) {
        Volume brought = common.bring(map, first);
        if (!brought.grid().sameSpace(map.grid())) moved.incrementAndGet();
        return brought;
    }

    private static Grid grid(MapSource map) {
        if (map instanceof MapSource.Open open) return open.map().grid();
        MapSource.Stored stored = (MapSource.Stored) map;
        Grid whole = VolumeFile.open(stored.path(), stored.options()).grid();
        return stored.part() == MapSource.Part.SLICE ? new Grid(whole.nx(), whole.ny(), 1, whole.affine()) : whole;
    }

    private static void read(VolumeFile image, Cohort cohort, List<Integer> subjects, ObjIntConsumer<Volume> visitor) {
        List<MapSource.Stored> maps = subjects.stream()
                .map(s -> (MapSource.Stored) cohort.subjects().get(s).map())
                .toList();
        if (maps.stream().anyMatch(map -> map.part() == MapSource.Part.WHOLE)) {
            Volume whole = image.readSingle();
            for (int s : subjects) visitor.accept(whole, s);
        } else
            image.forEach((volume, t) -> {
                for (int m = 0; m < maps.size(); m++) {
                    MapSource.Stored map = maps.get(m);
                    if (map.part() == MapSource.Part.SLICE) visitor.accept(volume.slice(map.index()), subjects.get(m));
                    else if (map.index() == t) visitor.accept(volume, subjects.get(m));
                }
            });
    }

    /**
     * A weighted sum of maps in double precision. A voxel that holds no data in a map with a weight is NaN.
     *
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
