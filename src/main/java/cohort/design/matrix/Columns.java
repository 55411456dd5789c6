package cohort.design.matrix;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Arithmetic on matrices that are given by their columns, n numbers each. */
public final class Columns {
    private Columns() {}

    /** The inner product. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** The Euclidean length. */
    public static double norm(double[] column) {
        double greatest = 0;
        for (double x : column) greatest = Math.max(greatest, Math.abs(x));
        if (greatest == 0 || !Double.isFinite(greatest)) return greatest;
        double sum = 0;
        for (double x : column) sum += x / greatest * (x / greatest);
        return greatest * Math.sqrt(sum);
    }

    /** Subtracts from a column its projection on orthonormal columns; twice, since once leaves a rounding error. */
    public static void removeProjection(double[] column, double[][] orthonormal) {
        for (int pass = 0; pass < 2; pass++) for (double[] u : orthonormal) add(column, -dot(column, u), u);
    }

    /** Adds a multiple of a column to another one. */
    public static void add(double[] column, double factor, double[] other) {
        for (int i = 0; i < column.length; i++) column[i] += factor * other[i];
    }

    /** A column times a number, as a new one. */
    public static double[] times(double[] column, double factor) {
        return Arrays.stream(column).map(x -> factor * x).toArray();
    }

    /** A column other than 0 brought to unit length. */
    public static double[] unit(double[] column) {
        return times(column, 1 / norm(column));
    }

    /** Sums of columns with weights, one sum for each row of weights. */
    public static double[][] combined(double[][] columns, double[][] weights) {
        return Arrays.stream(weights)
                .map(row -> {
                    double[] sum = new double[columns[0].length];
                    for (int k = 0; k < row.length; k++) add(sum, row[k], columns[k]);
                    return sum;
                })
                .toArray(double[][]::new);
    }

    /** A deep copy. */
    public static double[][] copy(double[][] columns) {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    /** The columns of a matrix (a copy). */
    public static double[][] of(DMatrixRMaj matrix) {
        double[][] columns = new double[matrix.numCols][matrix.numRows];
        for (int c = 0; c < matrix.numCols; c++)
            for (int i = 0; i < matrix.numRows; i++) columns[c][i] = matrix.get(i, c);
        return columns;
    }

    /** The matrix of at least one column (a copy). */
    public static DMatrixRMaj matrix(double[][] columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(columns[0].length, columns.length);
        for (int c = 0; c < columns.length; c++)
            for (int i = 0; i < matrix.numRows; i++) matrix.set(i, c, columns[c][i]);
        return matrix;
    }
}
