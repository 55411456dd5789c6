package cohort.analysis.region;

import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.region.Atlas;
import cohort.region.Region;
import cohort.subjects.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One number per region and subject.
 *
 * @param names of the regions, each once
 * @param places where they lie; nothing without an atlas
 * @param values subjects x regions
 */
record RegionValues(List<String> names, Optional<RegionPlaces> places, double[][] values) {

    /**
     * Gathers them of maps: the regions with a voxel in the mask, in the order of the atlas.
     *
     * @param mask the voxels that count; values that are not finite there are 0, as for tests of voxels
     * @param atlas on the grid of the maps
     */
    static RegionValues of(Maps maps, Mask mask, Atlas atlas, RegionValue value, double level) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int m = 0; m < mask.size(); m++) {
            int place = atlas.placeAt(mask.gridIndex(m));
            if (place >= 0)
                members.computeIfAbsent(place, key -> new ArrayList<>()).add(mask.gridIndex(m));
        }
        List<Region> regions =
                members.keySet().stream().map(atlas.regions()::get).toList();
        List<int[]> voxels = members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        double[][] values = new double[maps.subjects()][];
        for (int s = 0; s < values.length; s++) {
            double[] map = maps.volume(s).values();
            values[s] = voxels.stream()
                    .mapToDouble(
                            those -> value.of(at(map, those), level, mask.grid().voxelVolume()))
                    .toArray();
        }
        RegionPlaces places =
                new RegionPlaces(maps.grid(), regions.stream().map(Optional::of).toList(), voxels);
        return new RegionValues(regions.stream().map(Region::name).toList(), Optional.of(places), values);
    }

    /** So many regions, one voxel each. */
    static Mask line(int regions) {
        return Mask.everywhere(Grid.ofVoxelSize(regions, 1, 1, 1, 1, 1));
    }

    private static double[] at(double[] map, int[] voxels) {
        double[] values = new double[voxels.length];
        for (int v = 0; v < values.length; v++) values[v] = Double.isFinite(map[voxels[v]]) ? map[voxels[v]] : 0;
        return values;
    }
}
