package cohort.glm;

import cohort.InputException;
import cohort.matrix.VoxelMatrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The designs of voxels, of which some columns are maps of each subject, or products of such maps and a weight for each subject.
 *
 * @param design subjects x regressors, with any numbers in these columns
 * @param products what stands in these columns
 */
public record VoxelDesigns(DMatrixRMaj design, List<Product> products) {

    /**
     * A column of the design.
     *
     * @param column its number
     * @param weights of the subjects
     * @param maps what the weights are multiplied by: the values of each subject, voxels x subjects
     */
    public record Product(int column, double[] weights, List<VoxelMatrix> maps) {

        /** A map as it is. */
        public static Product of(int column, VoxelMatrix map) {
            double[] ones = new double[map.maps()];
            Arrays.fill(ones, 1);
            return new Product(column, ones, List.of(map));
        }

        private Product only(boolean[] inside, Map<VoxelMatrix, VoxelMatrix> known) {
            return new Product(
                    column,
                    weights,
                    maps.stream()
                            .map(map -> known.computeIfAbsent(map, all -> all.only(inside)))
                            .toList());
        }
    }

    /** @throws InputException if there are none, maps are of another number of subjects, or of different numbers of voxels */
    public VoxelDesigns {
        products = List.copyOf(products);
        if (products.isEmpty()) throw new InputException("map: found no covariate, expected at least one.");
        for (Product product : products)
            for (VoxelMatrix map : product.maps()) {
                if (map.maps() != design.numRows)
                    throw new InputException("map: found a covariate of " + map.maps() + " subjects, expected "
                            + design.numRows + ", a map for each row of the design.");
                int voxels = products.get(0).maps().get(0).voxels();
                if (map.voxels() != voxels)
                    throw new InputException("map: found covariates of " + voxels + " and of " + map.voxels()
                            + " voxels, expected the same voxels.");
            }
    }

    /** Number of voxels. */
    public int voxels() {
        return products.get(0).maps().get(0).voxels();
    }

    /**
     * Those of some voxels.
     *
     * @param inside for each voxel, whether it stays
     */
    public VoxelDesigns only(boolean[] inside) {
        Map<VoxelMatrix, VoxelMatrix> known = new LinkedHashMap<>();
        return new VoxelDesigns(
                design,
                products.stream().map(product -> product.only(inside, known)).toList());
    }

    /** The mean over the voxels. */
    public DMatrixRMaj mean() {
        DMatrixRMaj mean = new DMatrixRMaj(design.numRows, design.numCols);
        for (int first = 0; first < voxels(); first += VoxelMatrix.TILE)
            for (DMatrixRMaj own : read(first, Math.min(VoxelMatrix.TILE, voxels() - first)))
                CommonOps_DDRM.addEquals(mean, own);
        CommonOps_DDRM.scale(1.0 / voxels(), mean);
        for (int c = 0; c < design.numCols; c++) {
            int column = c;
            if (products.stream().noneMatch(product -> product.column() == column))
                for (int s = 0; s < design.numRows; s++) mean.set(s, c, design.get(s, c));
        }
        return mean;
    }

    /**
     * The designs of some neighbouring voxels.
     *
     * @param first the first voxel
     * @param n how many
     */
    public DMatrixRMaj[] read(int first, int n) {
        Map<VoxelMatrix, double[][]> read = new LinkedHashMap<>();
        for (Product product : products)
            for (VoxelMatrix map : product.maps())
                read.computeIfAbsent(map, all -> {
                    double[][] rows = new double[all.maps()][VoxelMatrix.TILE];
                    all.read(first, n, rows);
                    return rows;
                });
        DMatrixRMaj[] designs = new DMatrixRMaj[n];
        for (int v = 0; v < n; v++) {
            designs[v] = design.copy();
            for (Product product : products)
                for (int s = 0; s < design.numRows; s++) {
                    double value = product.weights()[s];
                    for (VoxelMatrix map : product.maps()) value *= read.get(map)[s][v];
                    designs[v].set(s, product.column(), value);
                }
        }
        return designs;
    }
}
