package cohort.region;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import cohort.region.names.RegionName;
import cohort.region.names.RegionNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A label image and the names of its labels.
 *
 * <pre>{@code
 * Atlas atlas = Atlas.read("atlas.nii.gz", "", FilesRead.ignored()).on(maps.grid());
 * System.out.println(atlas.at(maps.grid().index(40, 32, 21)).map(Region::name).orElse("no region"));
 * }</pre>
 */
public final class Atlas {
    /** What a mask is called that is made of an atlas: alone for all that has a label, or with names after a colon. */
    private static final String MASK = "atlas";

    private static final int NONE = -1;

    private final Path image;
    private final RegionTree tree;
    private final Grid grid;
    /** Why its place is unknown: nothing where the image states it. */
    private final List<String> assumed;
    /** For each voxel the place of its region in the list. */
    private final int[] regions;

    private Atlas(Path image, RegionTree tree, Grid grid, List<String> assumed, int[] regions) {
        this.image = image;
        this.tree = tree;
        this.grid = grid;
        this.assumed = assumed;
        this.regions = regions;
    }

    /**
     * Refuses names of the labels of no image.
     *
     * @throws InputException if there are names without an image
     */
    public static void requireImage(String image, String names) {
        if (image.isBlank() && !names.isBlank())
            throw new InputException("atlas_names: found " + names
                    + " without an atlas, expected the label image whose labels it names; give it as atlas, or leave"
                    + " atlas_names out.");
    }

    /**
     * Reads an atlas.
     *
     * @param image a label image: whole numbers, 0 where there is no region
     * @param names a file of names; empty for one beside the image
     * @param files takes the digests of both
     * @throws InputException if either cannot be read, a value is no label, a label has no name or two have the same
     */
    public static Atlas read(String image, String names, FilesRead files) {
        Path file = GivenPath.of("atlas", image);
        if (!Files.exists(file))
            throw new InputException("atlas: there is no file " + image + ", expected a label image.");
        Path list = GivenPath.find("atlas_names", names)
                .or(() -> RegionNames.beside(file))
                .orElseThrow(() -> new InputException("atlas: " + image
                        + " has no file of names beside it, expected one of the same name that ends in .tsv, .csv, .txt or .json;"
                        + " give another as atlas_names."));
        VolumeFile labels = VolumeFile.open(file, files);
        return of(file, labels.readSingle(), labels.remarks(), RegionNames.read(list, files));
    }

    private static Atlas of(Path image, Volume labels, List<String> assumed, Map<Long, RegionName> names) {
        double[] values = labels.values();
        SortedSet<Long> there = new TreeSet<>();
        double last = 0;
        for (int v = 0; v < values.length; v++) {
            double value = Double.isNaN(values[v]) ? 0 : values[v];
            if (value == last) continue;
            if (!(value >= 0 && value == Math.rint(value) && value < 1L << 53))
                throw new InputException("atlas: " + image + " has the value " + value + " at voxel ("
                        + labels.grid().coordinate(v, 0) + ", "
                        + labels.grid().coordinate(v, 1) + ", "
                        + labels.grid().coordinate(v, 2)
                        + "), expected labels, which are whole numbers of 0 or above; give a label"
                        + " image that was not interpolated.");
            last = value;
            there.add((long) value);
        }
        there.remove(0L);
        if (there.isEmpty())
            throw new InputException("atlas: " + image
                    + " is 0 everywhere, expected a label in at least one voxel; give another image.");
        RegionTree tree = RegionTree.of(image, there, names);
        Map<Long, Integer> places = new HashMap<>();
        for (int r = 0; r < tree.regions().size(); r++)
            places.put(tree.regions().get(r).label(), r);
        int[] regions = new int[values.length];
        for (int v = 0; v < values.length; v++) regions[v] = values[v] > 0 ? places.get((long) values[v]) : NONE;
        return new Atlas(image, tree, labels.grid(), assumed, regions);
    }

    /**
     * This atlas on another grid: each voxel has the region of the nearest voxel here.
     *
     * @throws InputException if no voxel of the grid has a region then, or the image does not say where its voxels are
     */
    public Atlas on(Grid wanted) {
        if (wanted.equals(grid)) return this;
        if (!assumed.isEmpty())
            throw new InputException(
                    "atlas: " + image + " is on a different grid from the maps and does not state its own ("
                            + assumed.get(0).replaceFirst("\\.$", "") + "), found " + wanted.difference(grid)
                            + ", expected an image that states the size of its voxels; set it in ImageJ with Image > Properties..."
                            + " and save the image again.");
        Volume places = Volume.of(grid, plusOne());
        double[] brought = Resampling.reorder(places, wanted)
                .orElseGet(() -> Resampling.resample(places, wanted, Interpolation.named("nearest"), 0.0))
                .values();
        int[] there = new int[brought.length];
        boolean any = false;
        for (int v = 0; v < there.length; v++) {
            there[v] = (int) brought[v] - 1;
            any |= there[v] != NONE;
        }
        if (!any)
            throw new InputException("atlas: " + image + " has no region where the maps are, found "
                    + wanted.difference(grid) + "; give an atlas in the space of the maps.");
        return new Atlas(image, tree, wanted, List.of(), there);
    }

    private double[] plusOne() {
        double[] values = new double[regions.length];
        for (int v = 0; v < values.length; v++) values[v] = regions[v] + 1;
        return values;
    }

    /** The grid of the voxels. */
    public Grid grid() {
        return grid;
    }

    /** The regions: those with a label in the image by label, then those that only hold others. */
    public List<Region> regions() {
        return tree.regions();
    }

    /** The region of a voxel ({@link Grid#index}); nothing where there is none. */
    public Optional<Region> at(int index) {
        int region = regions[index];
        return region == NONE ? Optional.empty() : Optional.of(tree.regions().get(region));
    }

    /** The place in the list of the region of a name or an abbreviation; nothing if there is none. */
    public OptionalInt placeOf(String name) {
        return tree.place(name);
    }

    /** The voxels of a region and of all that it holds. */
    public int[] voxelsWithin(int place) {
        boolean[] within = tree.within(place);
        return IntStream.range(0, regions.length)
                .filter(v -> regions[v] != NONE && within[regions[v]])
                .toArray();
    }

    /** The place in the list of the region of a voxel ({@link Grid#index}); below 0 where there is none. */
    public int placeAt(int index) {
        return regions[index];
    }

    /** Whether a mask is one made of an atlas: {@code atlas}, or {@code atlas:} and names of regions. */
    public static boolean isMask(String mask) {
        return mask.equals(MASK) || mask.startsWith(MASK + ":");
    }

    /**
     * The voxels of some regions, those of the regions that they hold among them.
     *
     * @param mask {@code atlas} for all regions, or {@code atlas:} and names or abbreviations separated by semicolons
     * @return 1 in these voxels, 0 elsewhere
     * @throws InputException if there is no such region, or none of its voxels is on the grid
     */
    public Volume mask(String mask) {
        String names = mask.substring(Math.min(mask.length(), MASK.length() + 1));
        boolean[] meant = names.isBlank() ? all() : tree.named("mask", names);
        float[] inside = new float[regions.length];
        boolean any = false;
        for (int v = 0; v < inside.length; v++)
            if (regions[v] != NONE && meant[regions[v]]) {
                inside[v] = 1;
                any = true;
            }
        if (!any)
            throw new InputException("mask: " + names.strip()
                    + " has no voxel where the maps are, expected regions that the maps cover; name others.");
        return Volume.of(grid, inside);
    }

    private boolean[] all() {
        boolean[] all = new boolean[tree.regions().size()];
        Arrays.fill(all, true);
        return all;
    }
}
