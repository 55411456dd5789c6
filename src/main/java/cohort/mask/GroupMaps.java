package cohort.mask;

import cohort.InputException;
import cohort.Progress;
import cohort.files.FilesRead;
import cohort.image.Grid;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.memory.Storage;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.MapStore;
import cohort.subjects.Maps;
import cohort.subjects.content.FileRemarks;
import cohort.subjects.content.MapContentCheck;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
     * @param progress is told of each file read
     * @return the maps in the order of the subjects, all on one grid
     * @throws InputException if a file cannot be read, holds several volumes, or is on a different grid and is not
     *     to be resampled; if a map holds no data or one value everywhere, two are the same voxel by voxel, or one that a folder or a
     *     pattern gives holds nothing but 0 and another number, or whole numbers, as masks and atlases do, while most do not
     */
    public static Maps read(Cohort cohort, CommonGrid common, Progress progress) {
        return read(cohort, common, Storage.automatic(), FilesRead.ignored(), progress);
    }

    /**
     * Reads the maps of a cohort, as {@link #read(Cohort, CommonGrid, Progress)} does.
     *
     * @param cohort the subjects and their files
     * @param common what becomes of maps on different grids
     * @param storage where the maps live until they are closed
     * @param digests takes those of the files that were read
     * @param progress is told of each file read
     * @return the maps in the order of the subjects, all on one grid
     * @throws InputException as there, or if a file is changed while it is read, or there is no room for the maps
     */
    public static Maps read(Cohort cohort, CommonGrid common, Storage storage, FilesRead digests, Progress progress) {
        return read(
                cohort,
                common,
                storage,
                digests,
                (s, map, grid) -> {}, // all are held against each other
                maps -> MapContentCheck.sentences(maps, cohort.selection().byName()),
                progress);
    }

    /**
     * Reads the maps of a covariate, as the other methods do, but two may be the same, and all may hold one value each.
     *
     * @param covariate as a formula has it
     */
    public static Maps readCovariate(
            Cohort cohort, CommonGrid common, String covariate, Storage storage, FilesRead digests, Progress progress) {
        return read(
                cohort,
                common,
                storage,
                digests,
                (s, map, grid) -> {
                    if (!map.grid().sameSpace(grid))
                        throw new InputException(covariate + ": the map of "
                                + cohort.ids().get(s) + " is on a different grid from the maps analysed, found "
                                + grid.difference(map.grid())
                                + "; give resample=linear (or nearest, cubic), or resample it first.");
                },
                maps -> MapContentCheck.ofCovariate(maps, covariate),
                progress);
    }

    /** Refuses a map by where it lies after it was brought to a grid. */
    private interface Place {
        void require(int subject, Volume map, Grid grid);
    }

    /** Brings a subject's map to the common grid. */
    private interface Bring {
        Volume apply(int subject, Volume map);
    }

    private static Maps read(
            Cohort cohort,
            CommonGrid common,
            Storage storage,
            FilesRead digests,
            Place place,
            Function<Maps, List<String>> content,
            Progress progress) {
        MapSize size = MapSize.of(cohort, common);
        size.require(storage, 0, 0);
        MapStore store = MapStore.in(storage, cohort.size(), size.grid().voxels(), size.bytes());
        try {
            AtomicInteger moved = new AtomicInteger();
            storage.limited(
                    size.grid().voxels(),
                    () -> fill(
                            store,
                            cohort,
                            (s, map) -> {
                                Volume brought = bring(map, common, size.grid(), moved);
                                place.require(s, brought, size.grid());
                                return brought;
                            },
                            digests,
                            progress));
            Maps maps = new Maps(cohort.ids(), store);
            content.apply(maps).forEach(progress::say);
            if (moved.get() > 0)
                progress.say(Words.count(moved.get()) + " of " + Words.count(maps.subjects())
                        + " maps were brought to the grid of " + maps.grid() + ".");
            return maps;
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static void fill(MapStore store, Cohort cohort, Bring bring, FilesRead digests, Progress progress) {
        Map<Path, List<Integer>> files = new LinkedHashMap<>(); // the subjects in each
        for (int s = 0; s < cohort.size(); s++) {
            if (cohort.subjects().get(s).map() instanceof MapSource.Stored map)
                files.computeIfAbsent(map.path(), path -> new ArrayList<>()).add(s);
            else if (cohort.subjects().get(s).map() instanceof MapSource.Open map)
                store.put(s, bring.apply(s, map.map()));
        }
        AtomicInteger done = new AtomicInteger();
        FileRemarks remarks = new FileRemarks();
        Parallelization.getTaskExecutor().forEach(List.copyOf(files.entrySet()), file -> {
            progress.checkCanceled();
            VolumeFile opened = VolumeFile.open(file.getKey(), options(cohort, file.getValue()), digests);
            remarks.add(opened, file.getValue().size());
            read(opened, stored(cohort, file.getValue()), (map, m) -> {
                int s = file.getValue().get(m);
                store.put(s, bring.apply(s, map));
            });
            progress.update("Reading", done.incrementAndGet(), files.size());
        });
        remarks.sentences(cohort.size()).forEach(progress::say);
    }

    /** All maps of a file are read with the same options. */
    private static ReadingOptions options(Cohort cohort, List<Integer> subjects) {
        return stored(cohort, subjects).get(0).options();
    }

    private static List<MapSource.Stored> stored(Cohort cohort, List<Integer> subjects) {
        return subjects.stream()
                .map(s -> (MapSource.Stored) cohort.subjects().get(s).map())
                .toList();
    }

    /**
     * Reads maps of one file in one pass, as they are.
     *
     * @param maps at least one, all of one file
     * @param digests takes that of the file
     * @param visitor gets each map with its place in the list
     * @throws InputException if the file cannot be read
     */
    public static void read(List<MapSource.Stored> maps, FilesRead digests, ObjIntConsumer<Volume> visitor) {
        MapSource.Stored first = maps.get(0);
        read(VolumeFile.open(first.path(), first.options(), digests), maps, visitor);
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

    private static void read(VolumeFile image, List<MapSource.Stored> maps, ObjIntConsumer<Volume> visitor) {
        if (maps.stream().anyMatch(map -> map.part() == MapSource.Part.WHOLE)) {
            Volume whole = image.readSingle();
            for (int m = 0; m < maps.size(); m++) visitor.accept(whole, m);
        } else
            image.forEach((volume, t) -> {
                for (int m = 0; m < maps.size(); m++) {
                    MapSource.Stored map = maps.get(m);
                    if (map.part() == MapSource.Part.SLICE) visitor.accept(volume.slice(map.index()), m);
                    else if (map.index() == t) visitor.accept(volume, m);
                }
            });
    }

    /**
     * A weighted sum of maps in double precision. A voxel that holds no data in a map with a weight is NaN.
     *
     * @param maps the maps
     * @param weights one per map; maps of weight 0 are not looked at
     * @param missing what holds no data: a value that is not finite, and a 0 if zeros are excluded; with {@code zero} nothing
     *     does, and a value that is not finite counts as 0
     * @return the sum on the grid of the maps
     */
    public static Volume weightedSum(Maps maps, double[] weights, MissingPolicy missing) {
        double[] sums = new double[maps.grid().voxels()];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) continue;
            double weight = weights[i];
            Volume map = maps.volume(i);
            VoxelRuns.forEach(sums.length, (first, n, values) -> {
                map.copy(first, n, values);
                for (int v = 0; v < n; v++) sums[first + v] += weight * data(values[v], missing);
            });
        }
        return Volume.of(maps.grid(), sums);
    }

    private static double data(double value, MissingPolicy missing) {
        if (missing == MissingPolicy.ZERO) return Double.isFinite(value) ? value : 0;
        return Double.isFinite(value) && !(value == 0 && missing == MissingPolicy.EXCLUDE_ZEROS) ? value : Double.NaN;
    }

    /**
     * The mean over those who have a voxel, in double precision; not finite where fewer than some have it.
     *
     * @param maps one map per subject
     * @param missing what is no data
     * @param least how many must have a voxel
     * @return the mean on the same grid
     */
    public static Volume mean(Maps maps, MissingPolicy missing, int least) {
        if (!missing.takesGaps()) return mean(maps);
        double[] mean = new double[maps.grid().voxels()];
        int[] there = new int[mean.length];
        maps.forEach((subject, some) -> VoxelRuns.forEach(mean.length, (first, n, values) -> {
            for (Volume map : some) {
                map.copy(first, n, values);
                for (int v = 0; v < n; v++)
                    if (!missing.isGap(values[v])) {
                        mean[first + v] += values[v];
                        there[first + v]++;
                    }
            }
        }));
        for (int v = 0; v < mean.length; v++) mean[v] = there[v] < least ? Double.NaN : mean[v] / there[v];
        return Volume.of(maps.grid(), mean);
    }

    /**
     * The mean over subjects in double precision; a voxel that is not finite in some subject is not finite here.
     *
     * @param maps one map per subject
     * @return the mean on the same grid
     */
    public static Volume mean(Maps maps) {
        double[] mean = new double[maps.grid().voxels()];
        maps.forEach((subject, some) -> VoxelRuns.forEach(mean.length, (first, n, values) -> {
            for (Volume map : some) {
                map.copy(first, n, values);
                for (int v = 0; v < n; v++) mean[first + v] += values[v];
            }
        }));
        for (int v = 0; v < mean.length; v++) mean[v] /= maps.subjects();
        return Volume.of(maps.grid(), mean);
    }
}
