package cohort.analysis.model;

import cohort.InputException;
import cohort.design.coding.StandIns;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.VoxelRegressor;
import cohort.glm.CovariateVoxels;
import cohort.glm.UntestableVoxels;
import cohort.glm.VoxelDesigns;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.matrix.FilledMatrix;
import cohort.matrix.VoxelMatrix;
import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Covariates that are maps, as they were read.
 *
 * @param design the model, with numbers in the place of the maps that tell permutations which subjects have the same
 * @param rank how many independent regressors a voxel's design must have
 * @param designs those of the voxels
 * @param voxels which voxels were left out for them
 * @param held what was read, to be closed
 * @param files where they lie
 */
public record VoxelCovariates(
        DesignMatrix design,
        int rank,
        VoxelDesigns designs,
        CovariateVoxels voxels,
        Collection<FilledMatrix> held,
        List<Path> files) {

    /**
     * @param matrices by the column of the table, voxels x subjects, NaN where a subject has no data
     * @param alike of each column, for each subject what is equal for those whose maps are the same
     */
    static VoxelCovariates of(
            DesignMatrix design, Map<String, FilledMatrix> matrices, Map<String, List<?>> alike, List<Path> files) {
        DesignMatrix standing =
                design.withMaps(map -> StandIns.of(alike.get(map.column()), map.column(), map.centered()));
        Map<VoxelRegressor.CovariateMap, VoxelMatrix> maps = new LinkedHashMap<>();
        for (VoxelRegressor.CovariateMap map : design.covariateMaps()) {
            FilledMatrix matrix = matrices.get(map.column());
            maps.put(map, map.centered() ? matrix.centered() : matrix);
        }
        Map<String, List<String>> regressors = new LinkedHashMap<>();
        List<VoxelDesigns.Product> products = new ArrayList<>();
        for (VoxelRegressor regressor : design.voxelwise()) {
            regressors.put(
                    regressor.name(),
                    regressor.maps().stream()
                            .map(VoxelRegressor.CovariateMap::text)
                            .toList());
            products.add(new VoxelDesigns.Product(
                    design.columns().indexOf(regressor.name()),
                    regressor.weights(),
                    regressor.maps().stream().map(maps::get).toList()));
        }
        return new VoxelCovariates(
                standing,
                design.rank(),
                new VoxelDesigns(design.matrix(), products),
                new CovariateVoxels(regressors, List.copyOf(matrices.keySet()), 0, 0),
                List.copyOf(matrices.values()),
                files);
    }

    /** Which voxels every covariate of every subject has. */
    private boolean[] known() {
        boolean[] known = new boolean[designs.voxels()];
        Arrays.fill(known, true);
        for (FilledMatrix matrix : held)
            matrix.forEach((first, n, rows) -> {
                for (double[] row : rows) for (int v = 0; v < n; v++) known[first + v] &= !Double.isNaN(row[v]);
            });
        return known;
    }

    /** In the voxels that all subjects have, and those voxels. */
    public Map.Entry<GroupMask, VoxelCovariates> within(GroupMask mask) {
        boolean[] known = known(), inside = new boolean[mask.mask().grid().voxels()];
        int left = 0;
        for (int v = 0; v < known.length; v++) {
            inside[mask.mask().gridIndex(v)] = known[v];
            if (known[v]) left++;
        }
        if (left == 0)
            throw new InputException("model: found no voxel of the mask in which every subject has data in "
                    + Words.list(voxels.maps())
                    + ", expected maps that cover it; look at them, leave out subjects without data, or give"
                    + " missing=zero.");
        if (left == known.length) return Map.entry(mask, this);
        return Map.entry(
                mask.with(Mask.of(mask.mask().grid(), inside), 0),
                with(
                        designs.only(known),
                        new CovariateVoxels(voxels.regressors(), voxels.columns(), known.length - left, 0)));
    }

    /**
     * Without voxels in which nothing can be tested.
     *
     * @throws InputException if none is left because of the covariates
     */
    VoxelCovariates without(UntestableVoxels untestable) {
        if (untestable.undetermined() == designs.voxels())
            throw new InputException("model: found " + Words.list(voxels.maps())
                    + " to be constant over the subjects or to depend on the other regressors in every voxel, expected maps that"
                    + " differ between subjects; drop a term.");
        return untestable.leavesNoneOut()
                ? this
                : with(designs.only(untestable.inside()), voxels.leavingOut(untestable.undetermined()));
    }

    private VoxelCovariates with(VoxelDesigns others, CovariateVoxels counts) {
        return new VoxelCovariates(design, rank, others, counts, held, files);
    }

    /** The model with the mean over the voxels in the place of what differs between them. */
    public DesignMatrix mean() {
        return design.with(designs.mean());
    }

    void close() {
        held.forEach(FilledMatrix::close);
    }
}
