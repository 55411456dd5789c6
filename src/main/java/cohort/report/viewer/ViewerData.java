package cohort.report.viewer;

import cohort.analysis.results.GroupResults;
import cohort.figure.colour.ColourMap;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.report.words.ClusterListing;
import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * All that the viewer shows. Lists of three are along x, y and z.
 *
 * @param size voxels of the lattice
 * @param affine from steps along x, y and z to mm, the first three rows
 * @param axis the axis of the maps' own grid
 * @param step 1 if that counts upwards, else -1
 * @param first its number of the lowest voxel
 * @param mask which voxels of the lattice were analysed, a bit each
 * @param grounds the backgrounds, that which is shown at first as the first one
 * @param contrasts the maps
 * @param regions of the voxels
 * @param colours 256 of each colour map, as hexadecimal digits
 */
record ViewerData(
        int[] size,
        double[] affine,
        int[] axis,
        int[] step,
        int[] first,
        String mask,
        List<PackedGround> grounds,
        List<PackedContrast> contrasts,
        PackedRegions regions,
        Map<String, String> colours) {
    private static final int MARGIN = 2;

    /**
     * Packs what was found.
     *
     * @param listings the clusters of each contrast
     * @param background what slices are shown on
     * @param mean the mean of the subjects' maps, if they could be read
     */
    static ViewerData of(
            GroupResults results, List<ClusterListing> listings, Optional<Volume> background, Optional<Volume> mean) {
        Mask mask = results.mask();
        Lattice lattice = Lattice.around(mask, MARGIN);
        int[] indices = lattice.fileIndices();
        boolean[] inside = mask.inside(), analysed = new boolean[indices.length];
        for (int v = 0; v < indices.length; v++) analysed[v] = inside[indices[v]];
        int[] order = Arrays.stream(indices).filter(index -> inside[index]).toArray();
        List<PackedGround> grounds = new ArrayList<>();
        background.ifPresent(image -> grounds.add(PackedGround.of("Background image", image, lattice, mask)));
        grounds.add(PackedGround.ofMask());
        mean.ifPresent(image -> grounds.add(PackedGround.of("Mean of the maps", image, lattice, mask)));
        List<Integer> numbers = IntStream.range(0, listings.size()).boxed().toList();
        return new ViewerData(
                lattice.size(),
                lattice.grid(1).affine(),
                lattice.axis(),
                lattice.step(),
                lattice.first(),
                Packing.pack(Packing.bits(analysed)),
                grounds,
                Parallelization.getTaskExecutor().forEachApply(numbers, c -> new ContrastMaps(
                                results, results.contrasts().get(c), listings.get(c), order)
                        .packed()),
                results.atlas().map(atlas -> PackedRegions.of(atlas, order)).orElse(PackedRegions.NONE),
                tables());
    }

    private static Map<String, String> tables() {
        Map<String, String> colours = new LinkedHashMap<>();
        for (ColourMap map : ColourMap.all())
            colours.put(
                    map.toString(),
                    Arrays.stream(map.table())
                            .mapToObj(rgb -> String.format("%06x", rgb & 0xFFFFFF))
                            .collect(Collectors.joining()));
        return colours;
    }

    /** The data as JSON without characters that HTML takes for its own. */
    String json() {
        return new Gson().toJson(this);
    }
}
