package cohort.permute.map;

import cohort.cluster.Neighbours;
import cohort.design.strata.ErrorStratum;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ShuffledModel;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.UnitRows;
import cohort.permute.statistic.MapStatistic;
import java.io.Serializable;
import java.util.List;

/**
 * How the map of a shuffle is made and what is taken from it, for one contrast: a value that can be sent to where the data are.
 *
 * @param model what is shuffled
 * @param rows which of its rows belong to which unit of shuffling
 * @param onlyFlips whether the shuffles change signs alone
 * @param tail the side on which evidence counts
 * @param statistics of the map
 * @param neighbours which voxels touch
 * @param strata the sums of each subject's maps that are tested; none where the maps themselves are
 */
public record MapRecipe(
        ShuffledModel model,
        UnitRows rows,
        boolean onlyFlips,
        Tail tail,
        List<MapStatistic> statistics,
        Neighbours neighbours,
        List<ErrorStratum> strata)
        implements Serializable {

    public MapRecipe {
        statistics = List.copyOf(statistics);
        strata = List.copyOf(strata);
    }

    /** The level above which voxels matter. */
    public double floor() {
        return statistics.stream().mapToDouble(MapStatistic::floor).min().orElseThrow();
    }

    /** The values that are tested, of some voxels or of all. */
    VoxelMatrix tested(VoxelMatrix maps) {
        return strata.isEmpty() ? maps : VoxelMatrix.of(strata.get(0).apply(maps.image()));
    }
}
