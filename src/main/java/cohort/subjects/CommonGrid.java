package cohort.subjects;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import java.util.Optional;

/**
 * What becomes of maps that lie on different grids. Without an interpolation none is changed but those that store the
 * same voxels in another order.
 *
 * @param grid the grid to bring the maps to; nothing for that of the first map
 * @param interpolation how; nothing to refuse other grids
 * @param outside the value of voxels that a map does not reach: NaN if they shall count as missing
 */
public record CommonGrid(Optional<Grid> grid, Optional<Interpolation> interpolation, double outside) {

    /** Maps on different grids are refused. */
    public static final CommonGrid REQUIRED = new CommonGrid(Optional.empty(), Optional.empty(), Double.NaN);

    /** The same for maps that are brought to a grid. */
    public CommonGrid onto(Grid other) {
        return new CommonGrid(Optional.of(other), interpolation, outside);
    }

    /** A mask on a grid: its nearest voxels, 0 outside, or as it is if other grids are refused. */
    public Volume mask(Volume image, Grid on) {
        return interpolation.isEmpty() ? image : Resampling.resample(image, on, Interpolation.named("nearest"), 0.0);
    }

    public Volume bring(Volume map, Grid first) {
        Grid target = grid.orElse(first);
        return Resampling.reorder(map, target).orElseGet(() -> interpolation
                .map(way -> Resampling.resample(map, target, way, outside))
                .orElse(map));
    }
}
