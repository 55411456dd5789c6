package cohort.design;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The combinations of regressors that are zero for every subject.
 *
 * @param rank number of independent regressors
 * @param basis p - rank orthonormal vectors of p weights
 */
record NullSpace(int rank, List<double[]> basis) {
    /** Half the digits of a double: what is left of a projection that ought to vanish is well below it. */
    private static final double VANISHING = 1e-8;

    /** Of a matrix with a regressor a column. */
    static NullSpace of(DMatrixRMaj x) {
        if (x.numCols == 0) return new NullSpace(0, List.of());
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(x.numRows, x.numCols, false, true, false);
        if (!svd.decompose(x.copy()))
            throw new IllegalArgumentException("a design without a singular value decomposition");
        double tolerance = Math.ulp(1.0) * Arrays.stream(x.data).map(Math::abs).sum();
        double[] singular = svd.getSingularValues();
        DMatrixRMaj transposed = svd.getV(null, true);
        int p = x.numCols;
        List<double[]> basis = IntStream.range(0, p)
                .filter(v -> v >= singular.length || singular[v] <= tolerance)
                .mapToObj(v -> Arrays.copyOfRange(transposed.data, v * p, (v + 1) * p))
                .toList();
        return new NullSpace(p - basis.size(), basis);
    }

    /** Whether a combination of regressors' effects is determined by the data. */
    boolean isEstimable(double[] weights) {
        double length = Math.sqrt(dot(weights, weights));
        return basis.stream().allMatch(vector -> Math.abs(dot(vector, weights)) <= VANISHING * length);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
