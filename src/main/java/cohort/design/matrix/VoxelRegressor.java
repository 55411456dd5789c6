package cohort.design.matrix;

import java.util.List;

/**
 * A regressor with another value in each voxel: the product of covariates that are maps and of a weight for each subject.
 *
 * @param name the regressor's
 * @param weights of the subjects; none if no more is known than that it differs
 * @param maps the covariates
 */
public record VoxelRegressor(String name, double[] weights, List<CovariateMap> maps) {

    /**
     * A covariate that is a map of each subject.
     *
     * @param column of the table, which names the maps' files
     * @param centered whether it is taken less its mean over the subjects, in each voxel
     * @param text as a formula has it
     */
    public record CovariateMap(String column, boolean centered, String text) {}

    public VoxelRegressor {
        weights = weights.clone();
        maps = List.copyOf(maps);
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** Whether a map in it is taken as it is, so that its mean differs between voxels. */
    public boolean isOfMeans() {
        return maps.stream().anyMatch(map -> !map.centered());
    }
}
