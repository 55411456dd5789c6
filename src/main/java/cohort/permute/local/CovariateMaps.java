package cohort.permute.local;

import cohort.InputException;
import cohort.glm.VoxelDesigns;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ModelPartition;
import cohort.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * Covariates that are maps, a map for each subject, such as the grey matter in each voxel: PALM's {@code -evperdat}, randomise's
 * {@code --vxl}, 3dttest++'s {@code -covariates}. Each voxel has a design of its own, which is split by the contrast in each voxel
 * (Winkler et al. 2014, NeuroImage 92:381, section "Model partitioning"); a shuffle moves the rows of all these designs alike.
 * Where the effect cannot be estimated, as where a covariate is constant, the statistic is 0.
 *
 * @param designs those of the voxels, in mask order
 */
public record CovariateMaps(VoxelDesigns designs) implements VoxelModels {

    /**
     * Maps as they are.
     *
     * @param design the design matrix, subjects x regressors, with numbers in the columns of maps that differ between
     *     subjects, by which permutations are chosen
     * @param columns the columns that are maps
     * @param maps the values of each of these, voxels in mask order x subjects
     * @throws InputException if there is another number of columns than of maps, or maps are of another number of subjects
     */
    public static CovariateMaps of(DMatrixRMaj design, List<Integer> columns, List<VoxelMatrix> maps) {
        if (columns.size() != maps.size())
            throw new InputException("map: found " + maps.size() + " covariates for " + columns.size()
                    + " columns, expected one for each.");
        return new CovariateMaps(new VoxelDesigns(
                design,
                IntStream.range(0, columns.size())
                        .mapToObj(c -> VoxelDesigns.Product.of(columns.get(c), maps.get(c)))
                        .toList()));
    }

    @Override
    public boolean isOfOneDesign() {
        return false;
    }

    @Override
    public Optional<MapModel> of(Test test) {
        test.requirePlain();
        if (test.data().maps() != designs.design().numRows)
            throw new InputException("map: found a test on " + test.data().maps()
                    + " sums of maps, expected one on the " + designs.design().numRows + " maps of the design.");
        if (designs.voxels() != test.data().voxels())
            throw new InputException("map: found a covariate of " + Words.count(designs.voxels()) + " voxels, expected "
                    + Words.count(test.data().voxels()) + ", those of the mask.");
        DMatrixRMaj contrast = test.contrast();
        return Optional.of(new LocalStatistic(
                test.data(), (first, n, rows) -> split(contrast, first, n), contrast.numRows, false));
    }

    private LocalDesign[] split(DMatrixRMaj contrast, int first, int n) {
        int[] rows = IntStream.range(0, designs.design().numRows).toArray();
        return Stream.of(designs.read(first, n))
                .map(own -> ModelPartition.find(own, contrast)
                        .map(split -> new LocalDesign(rows, split.effect(), split.nuisance()))
                        .orElseGet(() -> new LocalDesign(new int[0], new double[0][], new double[0][])))
                .toArray(LocalDesign[]::new);
    }
}
