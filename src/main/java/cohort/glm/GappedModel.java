package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import cohort.matrix.VoxelMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ordinary least squares in every voxel with the maps that have it. Voxels that lack the same maps share a model; each has degrees of
 * freedom of its own, by which its statistic becomes p and z.
 */
public final class GappedModel {
    private final VoxelMatrix data;
    private final DMatrixRMaj design;

    /**
     * @param data the values, 2D: axis 0 the voxels, axis 1 the maps; NaN where a map lacks a voxel
     * @param design the design matrix, maps x regressors
     */
    public GappedModel(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design) {
        this.data = VoxelMatrix.of(data);
        this.design = design;
    }

    /** What is done with neighbouring voxels that lack the same maps. */
    private interface Visitor {
        /**
         * @param voxels their numbers
         * @param rows their values, maps that have them x voxels
         * @param own the design of these maps
         */
        void visit(int[] voxels, double[][] rows, DMatrixRMaj own);
    }

    /**
     * Tests a contrast: t for one row, F for several.
     *
     * @param contrast the weights of the regressors, independent rows x regressors
     * @return the maps of the contrast, p and z by the degrees of freedom of each voxel; NaN where nothing can be tested
     */
    public ContrastMaps contrast(DMatrixRMaj contrast) {
        double[][] maps = new double[5][data.voxels()];
        for (double[] map : maps) Arrays.fill(map, Double.NaN);
        forEach((voxels, rows, own) -> {
            IndependentRegressors regressors = IndependentRegressors.of(own);
            if (regressors.degreesOfFreedom() < 1 || !determines(regressors, contrast)) return;
            ContrastMaps tested = GeneralLinearModel.contrast(fit(regressors, rows, voxels.length), contrast);
            List<double[]> found =
                    List.of(tested.effect(), tested.variance(), tested.statistic(), tested.p(), tested.z());
            for (int m = 0; m < maps.length; m++)
                for (int v = 0; v < voxels.length; v++) maps[m][voxels[v]] = found.get(m)[v];
        });
        return new ContrastMaps(maps[0], maps[1], maps[2], maps[3], maps[4]);
    }

    private static LeastSquares fit(IndependentRegressors regressors, double[][] rows, int voxels) {
        Residuals residuals = new Residuals(regressors.basis(), regressors.degreesOfFreedom());
        residuals.fit(rows, voxels);
        return new LeastSquares(
                regressors,
                Arrays.stream(residuals.coefficients())
                        .map(coefficients -> Arrays.copyOf(coefficients, voxels))
                        .toArray(double[][]::new),
                Arrays.copyOf(residuals.dispersion(), voxels));
    }

    private static boolean determines(IndependentRegressors regressors, DMatrixRMaj contrast) {
        double[][] weights = Columns.of(CommonOps_DDRM.transpose(contrast, null));
        return Estimate.of(regressors, weights)
                .filter(estimate -> estimate.rank() == weights.length)
                .isPresent();
    }

    /**
     * Finds the voxels in which nothing can be tested: those that one value or the model explains, and those whose maps do not
     * determine a contrast, as where all are of one group. The latter count as neither constant nor explained.
     *
     * @param contrasts all that are to be tested
     * @return which voxels can be tested, and why the others cannot
     */
    public UntestableVoxels untestable(List<DMatrixRMaj> contrasts) {
        boolean[] inside = new boolean[data.voxels()];
        int[] constant = new int[1], explained = new int[1];
        forEach((voxels, rows, own) -> {
            IndependentRegressors regressors = IndependentRegressors.of(own);
            if (regressors.degreesOfFreedom() < 1
                    || !contrasts.stream().allMatch(contrast -> determines(regressors, contrast))) return;
            double[] dispersion = fit(regressors, rows, voxels.length).dispersion();
            for (int v = 0; v < voxels.length; v++) {
                int voxel = v;
                if (Arrays.stream(rows).allMatch(row -> row[voxel] == rows[0][voxel])) constant[0]++;
                else if (Double.isNaN(dispersion[v])) explained[0]++;
                else inside[voxels[v]] = true;
            }
        });
        return new UntestableVoxels(inside, constant[0], explained[0]);
    }

    private void forEach(Visitor visitor) {
        data.forEach((first, n, rows) -> {
            Map<BitSet, BitSet> patterns = new LinkedHashMap<>(); // by the maps there are, the voxels
            for (int v = 0; v < n; v++) {
                BitSet there = new BitSet(rows.length);
                for (int i = 0; i < rows.length; i++) there.set(i, !Double.isNaN(rows[i][v]));
                patterns.computeIfAbsent(there, pattern -> new BitSet(n)).set(v);
            }
            patterns.forEach((there, where) -> visit(first, rows, there, where, visitor));
        });
    }

    private void visit(int first, double[][] rows, BitSet there, BitSet where, Visitor visitor) {
        if (there.isEmpty()) return;
        int[] maps = there.stream().toArray(), voxels = where.stream().toArray();
        double[][] own = Arrays.stream(maps)
                .mapToObj(i -> IntStream.of(voxels).mapToDouble(v -> rows[i][v]).toArray())
                .toArray(double[][]::new);
        DMatrixRMaj part = new DMatrixRMaj(maps.length, design.numCols);
        for (int i = 0; i < maps.length; i++)
            for (int c = 0; c < design.numCols; c++) part.set(i, c, design.get(maps[i], c));
        visitor.visit(IntStream.of(voxels).map(v -> first + v).toArray(), own, part);
    }
}
