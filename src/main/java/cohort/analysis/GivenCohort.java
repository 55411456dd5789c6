package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.files.TypedPath;
import cohort.folder.RunFolder;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.image.resample.Interpolation;
import cohort.mask.GroupMaps;
import cohort.mask.GroupMask;
import cohort.mask.MapSize;
import cohort.mask.Mask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.memory.Storage;
import cohort.region.Atlas;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import cohort.subjects.MapsRequest;
import cohort.subjects.found.Cohorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subjects that a user names, with their maps, which are found but not read, or with values that take the place of maps.
 *
 * @param cohort the subjects
 * @param common what becomes of maps on different grids
 * @param images those that are open, of which one may be the mask
 * @param files what was read of them so far
 */
public record GivenCohort(Cohort cohort, CommonGrid common, OpenImages images, FilesRead files) {
    private static final String AS_THEY_ARE = "no";

    /**
     * Finds the maps.
     *
     * @param request titles of open images or files, separated by semicolons, of which one at least is open; or else what
     *     {@link Cohorts#read(MapsRequest, FilesRead)} takes
     * @param resample {@code no}, or an interpolation, or one with a colon and an image whose grid is wanted
     */
    public static GivenCohort find(OpenImages images, MapsRequest request, String resample, MissingPolicy missing) {
        return find(images, request, resample, missing, FilesRead.ignored());
    }

    /** @param files takes the digests of all files that are read */
    public static GivenCohort find(
            OpenImages images, MapsRequest request, String resample, MissingPolicy missing, FilesRead files) {
        Cohort cohort = open(images, request, files)
                .map(open -> Cohorts.ofVolumes(request, open, files))
                .orElseGet(() -> Cohorts.read(request, files));
        return new GivenCohort(cohort, commonGrid(images, resample.strip(), missing, files), images, files);
    }

    /** Finds maps that must all be on one grid. */
    public static GivenCohort find(OpenImages images, MapsRequest request) {
        return find(images, request, AS_THEY_ARE, MissingPolicy.EXCLUDE);
    }

    /**
     * The mean of the maps that a user names by a table, a folder or a pattern.
     *
     * @param key the option that names them, for the message
     * @return nothing if the name is that of one image
     */
    public static Optional<Volume> mean(OpenImages images, String key, String name, Progress progress) {
        boolean several = name.contains("*")
                || TypedPath.plain(name).matches("(?i).*\\.(tsv|csv)")
                || Files.isDirectory(GivenPath.of(key, name));
        return several && images.find(name).isEmpty()
                ? Optional.of(
                        GroupMaps.mean(find(images, MapsRequest.of(name, "")).read(progress)))
                : Optional.empty();
    }

    /** The volumes of each image; nothing if none is open. */
    private static Optional<Map<String, List<Volume>>> open(OpenImages open, MapsRequest request, FilesRead files) {
        String maps = request.maps();
        Optional<List<Volume>> one = open.findAll(maps, request.reading());
        if (one.isPresent()) {
            request.requireNoTime(maps, one.get().size(), open.notes(maps));
            return Optional.of(Map.of(maps, one.get()));
        }
        List<String> names = titles(maps);
        if (names.stream().noneMatch(open.titles()::contains)) return Optional.empty();
        Map<String, List<Volume>> images = new LinkedHashMap<>();
        for (String name : names) {
            List<Volume> volumes = open.findAll(name, request.reading())
                    .orElseGet(() ->
                            List.of(GivenMap.find(open, "maps", name, files).volume()));
            if (images.put(name, volumes) != null)
                throw new InputException("maps: " + name + " occurs twice, expected each image once.");
        }
        return Optional.of(images);
    }

    private static List<String> titles(String maps) {
        return Arrays.stream(maps.split(";")).map(String::strip).toList();
    }

    private static CommonGrid commonGrid(OpenImages images, String resample, MissingPolicy missing, FilesRead files) {
        if (resample.equals(AS_THEY_ARE)) return CommonGrid.REQUIRED;
        int colon = resample.indexOf(':');
        Interpolation way = Interpolation.named(colon < 0 ? resample : resample.substring(0, colon));
        Optional<Grid> grid = colon < 0
                ? Optional.empty()
                : Optional.of(GivenMap.find(images, "resample", resample.substring(colon + 1), files)
                        .volume()
                        .grid());
        return new CommonGrid(grid, Optional.of(way), missing == MissingPolicy.ZERO ? 0 : Double.NaN);
    }

    /** Tells what was taken for the maps and who is left out. */
    public void sayWhatWasTaken(Progress progress) {
        cohort.selection().sentences(cohort.size()).forEach(progress::say);
        cohort.leftOut().forEach(rule -> progress.say(rule.sentence()));
    }

    /** Reads them. */
    public Maps read(Progress progress) {
        return read(Storage.automatic(), progress);
    }

    /**
     * Reads them.
     *
     * @param storage where they live until they are closed
     */
    public Maps read(Storage storage, Progress progress) {
        sayWhatWasTaken(progress);
        return GroupMaps.read(cohort, common, storage, files, progress);
    }

    /** NIfTI's code of what the maps' coordinates are aligned with, as the first one's header has it; 0 if none says it. */
    public int space() {
        if (cohort.subjects().get(0).map() instanceof MapSource.Stored stored)
            return VolumeFile.open(stored.path(), stored.options()).notes().space();
        String maps = cohort.source();
        return images.notes(images.titles().contains(maps) ? maps : titles(maps).get(0))
                .space();
    }

    /**
     * Refuses maps for which there is not room enough, before they are read.
     *
     * @param mask the voxels to be analysed, a strategy or a mask image
     * @param results how many maps come out at least
     * @throws InputException if memory or the disk do not suffice
     */
    public void requireRoom(String mask, int results, Storage storage) {
        MapSize size = MapSize.of(cohort, common);
        size.require(
                storage,
                Masks.strategies().contains(mask) || Atlas.isMask(mask)
                        ? size.grid().voxels()
                        : voxels(mask),
                results);
    }

    private int voxels(String mask) {
        Volume image = maskImage(mask);
        return Mask.of(image.grid(), image.voxels()).size();
    }

    /** The voxels that a strategy or a mask image chooses. */
    public GroupMask findMask(Maps volumes, String mask, MissingPolicy missing) {
        return findMask(volumes, mask, Optional.empty(), missing, volumes.subjects());
    }

    /**
     * The voxels to analyse, which may be those of regions.
     *
     * @param mask a rule, an image, or as {@link Atlas#mask} takes it
     * @param atlas on any grid; present if the mask is one of regions
     */
    public GroupMask findMask(Maps volumes, String mask, Optional<Atlas> atlas, MissingPolicy missing) {
        return findMask(volumes, mask, atlas, missing, volumes.subjects());
    }

    /**
     * The voxels to analyse, as the other method finds them.
     *
     * @param least how many maps must have a voxel, where the policy lets some lack it
     */
    GroupMask findMask(Maps volumes, String mask, Optional<Atlas> atlas, MissingPolicy missing, int least) {
        if (Masks.strategies().contains(mask)) return Masks.fromMaps(volumes, mask, missing, least);
        Volume image = Atlas.isMask(mask)
                ? atlas.orElseThrow().on(volumes.grid()).mask(mask)
                : common.mask(maskImage(mask), volumes.grid());
        return Masks.fromImage(volumes, image, missing, least);
    }

    private Volume maskImage(String mask) {
        return images.find(mask).orElseGet(() -> maskFile(mask));
    }

    private Volume maskFile(String mask) {
        Path file = GivenPath.of("mask", mask);
        if (!Files.exists(file))
            throw new InputException("mask: " + mask
                    + " is not a file, an open image or a mask rule, expected a mask image or one of "
                    + String.join(", ", Masks.strategies()) + ".");
        RunFolder.requireAsWritten(file);
        return Volumes.read(file, files);
    }
}
