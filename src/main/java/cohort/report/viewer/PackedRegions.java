package cohort.report.viewer;

import cohort.region.Atlas;
import cohort.region.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regions of the voxels of the mask.
 *
 * @param names of the regions that occur, in the order of their first voxel; empty without an atlas
 * @param data for each voxel the number of its name from 1, 0 for none, in three bytes: all first bytes (the highest), all
 *     second ones, all third ones, as {@link Packing#pack} writes them
 */
record PackedRegions(List<String> names, String data) {
    private static final int SIZE = 3;

    /** Those of a run without an atlas. */
    static final PackedRegions NONE = new PackedRegions(List.of(), "");

    /**
     * Packs the regions.
     *
     * @param order the voxels of the mask in the order of the viewer's lattice, as indices in the order of the file
     */
    static PackedRegions of(Atlas atlas, int[] order) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        byte[] bytes = new byte[SIZE * order.length];
        for (int v = 0; v < order.length; v++) {
            Optional<Region> region = atlas.at(order[v]);
            if (region.isEmpty()) continue;
            int number = numbers.computeIfAbsent(region.get().name(), name -> numbers.size() + 1);
            for (int b = 0; b < SIZE; b++) bytes[b * order.length + v] = (byte) (number >> 8 * (SIZE - 1 - b));
        }
        return new PackedRegions(new ArrayList<>(numbers.keySet()), Packing.pack(bytes));
    }
}
