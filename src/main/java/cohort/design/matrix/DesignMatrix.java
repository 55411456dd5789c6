package cohort.design.matrix;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * The regressors of a model, one row per subject.
 *
 * @param columns the distinct names of the p regressors; none holds blanks, brackets, quotes, {@code =} or {@code ;}
 * @param values subjects x regressors, n x p (a copy goes in and comes out)
 * @param ids the n subjects' ids, in the order of the rows
 * @param subjects whose map each row is, if the formula says so by {@code Error(...)}
 * @param factors the levels of each factor of the formula, the reference first, both as they stand in the regressors' names
 *     {@code factor.level}; none if the design was read from a file
 * @param cells what the formula makes of levels and numbers; nothing if the design was read from a file
 * @param voxelwise the regressors with another value in each voxel, in order; {@code values} has numbers in their place
 */
public record DesignMatrix(
        List<String> columns,
        double[][] values,
        List<String> ids,
        Optional<BlockLabels> subjects,
        Map<String, List<String>> factors,
        Optional<ReferenceGrid> cells,
        List<VoxelRegressor> voxelwise) {
    /** A design of which nothing is said about subjects and factors. */
    public DesignMatrix(List<String> columns, double[][] values, List<String> ids) {
        this(columns, values, ids, Optional.empty(), Map.of());
    }

    /** A design of no known formula. */
    public DesignMatrix(
            List<String> columns,
            double[][] values,
            List<String> ids,
            Optional<BlockLabels> subjects,
            Map<String, List<String>> factors) {
        this(columns, values, ids, subjects, factors, Optional.empty(), List.of());
    }

    /** @throws IllegalArgumentException if the sizes do not fit together or a name occurs twice */
    public DesignMatrix {
        columns = List.copyOf(columns);
        ids = List.copyOf(ids);
        values = copy(values);
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        voxelwise = List.copyOf(voxelwise);
        if (values.length != ids.size())
            throw new IllegalArgumentException(values.length + " rows for " + ids.size() + " subjects");
        for (double[] row : values)
            if (row.length != columns.size())
                throw new IllegalArgumentException("a row of " + row.length + " values for the columns " + columns);
        if (new HashSet<>(columns).size() != columns.size())
            throw new IllegalArgumentException("a name occurs twice in " + columns);
    }

    @Override
    public double[][] values() {
        return copy(values);
    }

    /** Number of subjects, n. */
    public int rows() {
        return ids.size();
    }

    /** Number of regressors, p. */
    public int size() {
        return columns.size();
    }

    /** What a regressor is that has another value in each voxel; nothing for one that is the same in all. */
    public Optional<VoxelRegressor> voxelwise(int c) {
        return voxelwise.stream()
                .filter(regressor -> regressor.name().equals(columns.get(c)))
                .findFirst();
    }

    /** The covariates that are maps, each once. */
    public List<VoxelRegressor.CovariateMap> covariateMaps() {
        return voxelwise.stream()
                .flatMap(regressor -> regressor.maps().stream())
                .distinct()
                .toList();
    }

    /**
     * The same with numbers in the place of the maps.
     *
     * @param numbers of each covariate, one per subject
     */
    public DesignMatrix withMaps(Function<VoxelRegressor.CovariateMap, double[]> numbers) {
        double[][] other = copy(values);
        for (VoxelRegressor regressor : voxelwise) {
            int c = columns.indexOf(regressor.name());
            double[] column = regressor.weights();
            for (VoxelRegressor.CovariateMap map : regressor.maps()) {
                double[] factor = numbers.apply(map);
                for (int s = 0; s < column.length; s++) column[s] *= factor[s];
            }
            for (int s = 0; s < column.length; s++) other[s][c] = column[s];
        }
        return new DesignMatrix(columns, other, ids, subjects, factors, cells, voxelwise);
    }

    /** The same with other numbers, n x p. */
    public DesignMatrix with(DMatrixRMaj numbers) {
        double[][] other = new double[rows()][size()];
        for (int s = 0; s < other.length; s++) for (int c = 0; c < size(); c++) other[s][c] = numbers.get(s, c);
        return new DesignMatrix(columns, other, ids, subjects, factors, cells, voxelwise);
    }

    /** One regressor, one value per subject (a copy). */
    public double[] column(int c) {
        return Arrays.stream(values).mapToDouble(row -> row[c]).toArray();
    }

    /** The n x p values for EJML (a copy). */
    public DMatrixRMaj matrix() {
        return rows() == 0 ? new DMatrixRMaj(0, size()) : new DMatrixRMaj(values);
    }

    /** Whether a regressor has the same value for every subject, as an intercept has. */
    public boolean isConstant(int c) {
        return Arrays.stream(values).allMatch(row -> row[c] == values[0][c]);
    }

    /** Number of independent regressors, whatever their units; see {@link IndependentRegressors}. */
    public int rank() {
        return IndependentRegressors.of(matrix()).rank();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
