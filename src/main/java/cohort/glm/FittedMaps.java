package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.matrix.VoxelMatrix;

/** What a model predicts of each map, and what it leaves of it, by ordinary least squares. */
public final class FittedMaps {
    private final VoxelMatrix data;
    private final LeastSquares fit;
    private final double[][] basis;

    /**
     * @param data voxels x maps
     * @param fit of the same data
     */
    public FittedMaps(VoxelMatrix data, LeastSquares fit) {
        this.data = data;
        this.fit = fit;
        this.basis = fit.regressors().basis();
    }

    /**
     * The predictions of some maps.
     *
     * @param first the first map
     * @param end the one after the last
     * @return maps x voxels
     */
    public double[][] predictions(int first, int end) {
        double[][] predictions = new double[end - first][data.voxels()];
        for (int m = first; m < end; m++)
            for (int k = 0; k < basis.length; k++)
                Columns.add(predictions[m - first], basis[k][m], fit.coefficients()[k]);
        return predictions;
    }

    /** The maps less their predictions; arguments and result as there. */
    public double[][] residuals(int first, int end) {
        double[][] residuals = predictions(first, end);
        data.forEach((voxel, n, rows) -> {
            for (int m = first; m < end; m++)
                for (int v = 0; v < n; v++)
                    residuals[m - first][voxel + v] = rows[m][v] - residuals[m - first][voxel + v];
        });
        return residuals;
    }
}
