package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import cohort.matrix.VoxelMatrix;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ordinary least squares where each voxel has a design of its own, for covariates that are maps (Casanova et al. 2007, NeuroImage
 * 34:137; Oakes et al. 2007, NeuroImage 34:500).
 */
public final class VoxelwiseModel {
    /** Residuals that are no larger than this, relative to the data, are rounding errors. */
    private static final double ROUNDING = 1e-13;

    private final VoxelMatrix data;
    private final VoxelDesigns designs;
    private final int rank;

    /**
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects
     * @param designs those of the voxels
     * @param rank how many independent regressors a voxel's design must have; voxels with fewer are not tested
     */
    public VoxelwiseModel(RandomAccessibleInterval<? extends RealType<?>> data, VoxelDesigns designs, int rank) {
        this.data = VoxelMatrix.of(data);
        this.designs = designs;
        this.rank = rank;
    }

    /** What is done with a voxel. */
    private interface Visitor {
        /**
         * @param voxel its number
         * @param y its data
         * @param own what its design spans
         */
        void visit(int voxel, double[] y, IndependentRegressors own);
    }

    private void forEach(Visitor visitor) {
        double[] y = new double[data.maps()];
        data.forEach((first, n, rows) -> {
            DMatrixRMaj[] own = designs.read(first, n);
            for (int v = 0; v < n; v++) {
                for (int i = 0; i < y.length; i++) y[i] = rows[i][v];
                visitor.visit(first + v, y, IndependentRegressors.of(own[v]));
            }
        });
    }

    /**
     * Tests a contrast: t for one row, F for several.
     *
     * @param contrast the weights of the regressors, independent rows x regressors
     * @return the maps of the contrast; NaN where nothing can be tested
     */
    public ContrastMaps contrast(DMatrixRMaj contrast) {
        double[][] weights = weights(contrast), maps = new double[3][data.voxels()];
        for (double[] map : maps) Arrays.fill(map, Double.NaN);
        forEach((voxel, y, own) -> {
            if (own.rank() < rank) return;
            Estimate.of(own, weights).filter(e -> e.rank() == weights.length).ifPresent(estimate -> {
                double[] tested = tested(y, own, estimate);
                for (int m = 0; m < maps.length; m++) maps[m][voxel] = tested[m];
            });
        });
        int freedom = data.maps() - rank;
        ContinuousDistribution distribution =
                weights.length == 1 ? TDistribution.of(freedom) : FDistribution.of(weights.length, freedom);
        return new TailProbabilities(distribution).maps(maps[0], maps[1], maps[2]);
    }

    /** Effect, variance and statistic of one voxel, as {@link GeneralLinearModel#contrast} has them. */
    private static double[] tested(double[] y, IndependentRegressors own, Estimate estimate) {
        double[][] basis = own.basis();
        double[] theta =
                Arrays.stream(basis).mapToDouble(q -> Columns.dot(q, y)).toArray();
        double dispersion = dispersion(y, basis);
        if (estimate.rank() == 1) {
            double along = Columns.dot(estimate.rows()[0], theta), scale = estimate.scales()[0];
            return new double[] {scale * along, scale * scale * dispersion, along / Math.sqrt(dispersion)};
        }
        double squares = 0;
        for (double[] direction : estimate.directions()) {
            double along = Columns.dot(direction, theta);
            squares += along * along;
        }
        return new double[] {Math.sqrt(squares), dispersion, squares / estimate.rank() / dispersion};
    }

    /** The variance of the residuals; NaN where these are rounding errors. */
    private static double dispersion(double[] y, double[][] basis) {
        double[] left = y.clone();
        Columns.removeProjection(left, basis);
        double squares = Columns.dot(left, left);
        return squares > ROUNDING * ROUNDING * Columns.dot(y, y) ? squares / (y.length - basis.length) : Double.NaN;
    }

    /**
     * Finds the voxels in which nothing can be tested: those that one value or the model explains, and those in which a covariate is
     * constant or depends on other regressors. The latter count as neither constant nor explained.
     *
     * @param contrasts all that are to be tested
     * @return which voxels can be tested, and why the others cannot
     */
    public UntestableVoxels untestable(List<DMatrixRMaj> contrasts) {
        boolean[] inside = new boolean[data.voxels()];
        int[] constant = new int[1], explained = new int[1];
        forEach((voxel, y, own) -> {
            if (Arrays.stream(y).allMatch(value -> value == y[0])) constant[0]++;
            else if (own.rank() < rank
                    || contrasts.stream().anyMatch(contrast -> Estimate.of(own, weights(contrast))
                            .isEmpty())) return;
            else if (Double.isNaN(dispersion(y, own.basis()))) explained[0]++;
            else inside[voxel] = true;
        });
        return new UntestableVoxels(inside, constant[0], explained[0]);
    }

    private static double[][] weights(DMatrixRMaj contrast) {
        return Columns.of(CommonOps_DDRM.transpose(contrast, null));
    }
}
