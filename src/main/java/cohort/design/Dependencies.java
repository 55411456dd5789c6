package cohort.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Names the regressors that others explain. */
final class Dependencies {
    /** Weights and remainders below this share of a regressor's length are rounding. */
    private static final double ROUNDING = 1e-8;

    private Dependencies() {}

    /**
     * For each regressor that is a combination of independent ones before it: those it combines, and itself. One that
     * is 0 for every subject combines none.
     */
    static List<List<String>> of(DesignMatrix design) {
        List<List<String>> dependencies = new ArrayList<>();
        if (design.rank() == design.size()) return dependencies;
        DMatrixRMaj x = normalized(design);
        List<Integer> independent = new ArrayList<>();
        for (int c = 0; c < design.size(); c++) {
            DMatrixRMaj column = CommonOps_DDRM.extractColumn(x, c, null);
            DMatrixRMaj weights = weights(x, independent, column);
            if (isExplained(x, independent, weights, column)) {
                List<Integer> used = independent;
                List<String> names = new ArrayList<>(IntStream.range(0, used.size())
                        .filter(i -> Math.abs(weights.get(i)) > ROUNDING)
                        .mapToObj(i -> design.columns().get(used.get(i)))
                        .toList());
                names.add(design.columns().get(c));
                dependencies.add(List.copyOf(names));
            } else independent.add(c);
        }
        return dependencies;
    }

    /** What is wrong with regressors that depend on each other, as part of a sentence. */
    static String sentence(List<String> dependent) {
        return dependent.size() == 1
                ? "the regressor " + dependent.get(0) + " is 0 for every subject"
                : "the regressors " + String.join(", ", dependent) + " are linearly dependent";
    }

    private static DMatrixRMaj normalized(DesignMatrix design) {
        DMatrixRMaj x = design.matrix();
        for (int c = 0; c < x.numCols; c++) {
            double length = NormOps_DDRM.normF(CommonOps_DDRM.extractColumn(x, c, null));
            if (length > 0) for (int r = 0; r < x.numRows; r++) x.set(r, c, x.get(r, c) / length);
        }
        return x;
    }

    private static DMatrixRMaj weights(DMatrixRMaj x, List<Integer> columns, DMatrixRMaj y) {
        DMatrixRMaj weights = new DMatrixRMaj(columns.size(), 1);
        if (columns.isEmpty()) return weights;
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(x.numRows, columns.size());
        solver.setA(columns(x, columns));
        solver.solve(y.copy(), weights);
        return weights;
    }

    private static boolean isExplained(DMatrixRMaj x, List<Integer> columns, DMatrixRMaj weights, DMatrixRMaj y) {
        if (columns.isEmpty()) return NormOps_DDRM.normF(y) == 0;
        DMatrixRMaj rest = y.copy();
        CommonOps_DDRM.multAdd(-1, columns(x, columns), weights, rest);
        return NormOps_DDRM.normF(rest) < ROUNDING;
    }

    private static DMatrixRMaj columns(DMatrixRMaj x, List<Integer> columns) {
        DMatrixRMaj some = new DMatrixRMaj(x.numRows, columns.size());
        for (int c = 0; c < columns.size(); c++)
            CommonOps_DDRM.extract(x, 0, x.numRows, columns.get(c), columns.get(c) + 1, some, 0, c);
        return some;
    }
}
