package cohort.permute.local;

import cohort.InputException;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ModelPartition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Covariates that are maps, a map for each subject, such as the grey matter in each voxel: PALM's {@code -evperdat}, randomise's
 * {@code --vxl}, 3dttest++'s {@code -covariates}. Each voxel has a design of its own, which is split by the contrast in each voxel
 * (Winkler et al. 2014, NeuroImage 92:381, section "Model partitioning"); a shuffle moves the rows of all these designs alike.
 * Where the effect cannot be estimated, as where a covariate is constant, the statistic is 0.
 *
 * @param design the design matrix, subjects x regressors, with any numbers in the columns of maps
 * @param contrast what is tested, rows x regressors
 * @param columns the columns that are maps
 * @param maps the values of each of these, voxels in mask order x subjects
 */
public record CovariateMaps(DMatrixRMaj design, DMatrixRMaj contrast, List<Integer> columns, List<VoxelMatrix> maps)
        implements VoxelModels {

    /** @throws InputException if there is another number of columns than of maps, or maps are of another number of subjects */
    public CovariateMaps {
        columns = List.copyOf(columns);
        maps = List.copyOf(maps);
        if (columns.size() != maps.size() || columns.isEmpty())
            throw new InputException("map: found " + maps.size() + " covariates for " + columns.size()
                    + " columns, expected one for each.");
        for (VoxelMatrix map : maps)
            if (map.maps() != design.numRows)
                throw new InputException("map: found a covariate of " + map.maps() + " subjects, expected "
                        + design.numRows + ", a map for each row of the design.");
    }

    @Override
    public Optional<MapModel> of(Test test) {
        test.requirePlain();
        if (test.data().maps() != design.numRows)
            throw new InputException("map: found a test on " + test.data().maps()
                    + " sums of maps, expected one on the " + design.numRows + " maps of the design.");
        for (VoxelMatrix map : maps)
            if (map.voxels() != test.data().voxels())
                throw new InputException("map: found a covariate of " + map.voxels() + " voxels, expected "
                        + test.data().voxels() + ", those of the mask.");
        return Optional.of(
                new LocalStatistic(test.data(), (first, n, rows) -> designs(first, n), contrast.numRows, false));
    }

    private LocalDesign[] designs(int first, int n) {
        double[][][] values = new double[maps.size()][design.numRows][VoxelMatrix.TILE];
        for (int m = 0; m < values.length; m++) maps.get(m).read(first, n, values[m]);
        return IntStream.range(0, n).mapToObj(j -> design(values, j)).toArray(LocalDesign[]::new);
    }

    private LocalDesign design(double[][][] values, int voxel) {
        DMatrixRMaj own = design.copy();
        for (int m = 0; m < values.length; m++)
            for (int i = 0; i < own.numRows; i++) own.set(i, columns.get(m), values[m][i][voxel]);
        int[] rows = IntStream.range(0, own.numRows).toArray();
        return ModelPartition.find(own, contrast)
                .map(split -> new LocalDesign(rows, split.effect(), split.nuisance()))
                .orElseGet(() -> new LocalDesign(new int[0], new double[0][], new double[0][]));
    }
}
