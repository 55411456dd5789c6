package cohort.design.matrix;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
public record DesignMatrix(
        List<String> columns,
        double[][] values,
        List<String> ids,
        Optional<BlockLabels> subjects,
        Map<String, List<String>> factors,
        Optional<ReferenceGrid> cells) {
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
        this(columns, values, ids, subjects, factors, Optional.empty());
    }

    /** @throws IllegalArgumentException if the sizes do not fit together or a name occurs twice */
    public DesignMatrix {
        columns = List.copyOf(columns);
        ids = List.copyOf(ids);
        values = copy(values);
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
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
