package cohort.analysis.region;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.region.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where regions lie.
 *
 * @param grid of the maps, or of the atlas if there are none
 * @param regions each as the atlas has it; nothing where it has none of that name
 * @param voxels those of each region on the grid, of which it may share some with regions in it
 */
record RegionPlaces(Grid grid, List<Optional<Region>> regions, List<int[]> voxels) {

    /**
     * A map in which each voxel has the number of its region, of several the smallest, and 0 where there is none.
     *
     * @param which the regions that are shown
     * @param number of a region
     */
    Volume paint(IntStream which, IntToDoubleFunction number) {
        double[] painted = new double[grid.voxels()];
        which.boxed()
                .sorted(Comparator.comparingInt(r -> -voxels.get(r).length))
                .forEach(r -> {
                    for (int voxel : voxels.get(r)) painted[voxel] = number.applyAsDouble(r);
                });
        return Volume.of(grid, painted);
    }
}
