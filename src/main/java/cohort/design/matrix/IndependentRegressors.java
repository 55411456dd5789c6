package cohort.design.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * What a design spans, whatever its regressors' units and origins.
 *
 * <p>If the design spans a constant (an intercept, or all levels of a factor), the other regressors are centered on it; each is
 * then scaled to unit length. In their order they become an orthonormal basis by the method of Gram and Schmidt, carried
 * out twice; a regressor of which less than 1e-7 is left by those before it depends on them, the rule and the tolerance of R's
 * {@code lm} (Chambers 1992, in Statistical Models in S, chapter 4), there applied to regressors as they are. All statistics are
 * functions of this basis Q (subjects x rank): coefficients θ = Q'y, and a contrast cβ = Gθ.
 */
public final class IndependentRegressors {
    /** What is left of a dependent regressor, relative to its own length. */
    private static final double DEPENDENT = 1e-7;
    /** What rounding leaves of a constant, relative to its length. */
    private static final double CONSTANT = 1e-13;

    private final int subjects;
    private final int regressors;
    /** Coefficients of the regressors whose sum is 1 for every subject; none if there is no such sum. */
    private final double[] one;
    /** Of each regressor: what is subtracted from it, and its length after that. */
    private final double[] means, lengths;
    /** Numbers of the independent regressors in order, those that stand for the constant left out. */
    private final List<Integer> independent = new ArrayList<>();
    /** The basis; its first column is constant if the design spans a constant. */
    private final List<double[]> basis = new ArrayList<>();
    /** The coordinates of each regressor, centered and scaled, along the columns of the basis that independent ones gave. */
    private final double[][] coordinates;
    /** Of each regressor, its weights over the independent ones, these and itself centered and scaled. */
    private final double[][] weights;

    private IndependentRegressors(double[][] columns, int subjects) {
        this.subjects = subjects;
        this.regressors = columns.length;
        this.one = one(columns, subjects);
        this.means = new double[regressors];
        this.lengths = new double[regressors];
        this.coordinates = new double[regressors][];
        double[][] scaled = IntStream.range(0, regressors)
                .mapToObj(c -> scaled(columns[c], c))
                .toArray(double[][]::new);
        if (hasConstant()) basis.add(constant(subjects));
        for (int c = 0; c < regressors; c++) coordinates[c] = take(scaled[c], c);
        this.weights = Arrays.stream(coordinates).map(this::solve).toArray(double[][]::new);
    }

    /** @param design subjects x regressors, finite */
    public static IndependentRegressors of(DMatrixRMaj design) {
        return new IndependentRegressors(Columns.of(design), design.numRows);
    }

    /** The coefficients of few regressors, those of the least mean relative to their spread first, whose sum is 1. */
    private static double[] one(double[][] columns, int subjects) {
        double[] one = constant(subjects);
        List<Integer> order = IntStream.range(0, columns.length)
                .filter(c -> Columns.norm(columns[c]) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> isConstant(columns[c]) ? -1 : offset(columns[c])))
                .toList();
        List<double[]> unit = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        List<double[]> upper = new ArrayList<>();
        double[] left = one.clone();
        for (int c : order) {
            double length = Columns.norm(columns[c]);
            double[] column = Columns.times(columns[c], 1 / length), before = column.clone();
            Columns.removeProjection(column, unit.toArray(double[][]::new));
            double rest = Columns.norm(column);
            if (rest < DEPENDENT) continue;
            double[] direction = Columns.times(column, 1 / rest);
            unit.add(direction);
            used.add(c);
            upper.add(unit.stream().mapToDouble(u -> Columns.dot(u, before)).toArray());
            Columns.removeProjection(left, new double[][] {direction});
            if (Columns.norm(left) > CONSTANT) continue;
            double[] along = unit.stream().mapToDouble(u -> Columns.dot(u, one)).toArray();
            double[] solution = backward(upper, along), coefficients = new double[columns.length];
            for (int i = 0; i < solution.length; i++)
                if (Math.abs(solution[i]) > DEPENDENT)
                    coefficients[used.get(i)] = solution[i] * Math.sqrt(subjects) / Columns.norm(columns[used.get(i)]);
            return coefficients;
        }
        return new double[0];
    }

    private static double[] constant(int subjects) {
        double[] constant = new double[subjects];
        Arrays.fill(constant, 1 / Math.sqrt(subjects));
        return constant;
    }

    private static boolean isConstant(double[] column) {
        return Arrays.stream(column).allMatch(x -> x == column[0]);
    }

    private static double mean(double[] column) {
        double first = column[0];
        return first + Arrays.stream(column).map(x -> x - first).average().orElse(0);
    }

    /** The mean relative to the spread. */
    private static double offset(double[] column) {
        double mean = mean(column);
        return Math.abs(mean)
                / Columns.norm(Arrays.stream(column).map(x -> x - mean).toArray());
    }

    private double[] scaled(double[] column, int c) {
        means[c] = hasConstant() ? mean(column) : 0;
        double[] centered = Arrays.stream(column).map(x -> x - means[c]).toArray();
        lengths[c] = Columns.norm(centered);
        if (lengths[c] <= CONSTANT * Columns.norm(column)) lengths[c] = 0;
        return lengths[c] == 0 ? new double[column.length] : Columns.times(centered, 1 / lengths[c]);
    }

    /** Makes a column part of the basis unless it depends on those that are; gives its coordinates. */
    private double[] take(double[] scaled, int c) {
        double[] left = scaled.clone();
        Columns.removeProjection(left, basis.toArray(double[][]::new));
        double rest = Columns.norm(left);
        if (rest > DEPENDENT) {
            basis.add(Columns.times(left, 1 / rest));
            independent.add(c);
        }
        return basis.stream()
                .skip(hasConstant() ? 1 : 0)
                .mapToDouble(q -> Columns.dot(q, scaled))
                .toArray();
    }

    /** The weights of the independent regressors of which a column consists, given its coordinates. */
    private double[] solve(double[] along) {
        List<double[]> upper = independent.stream().map(c -> coordinates[c]).toList();
        return Arrays.stream(backward(upper.subList(0, along.length), along))
                .map(w -> Math.abs(w) > DEPENDENT ? w : 0)
                .toArray();
    }

    /** Solves Rx = b for an upper triangular R given by its columns. */
    private static double[] backward(List<double[]> upper, double[] b) {
        double[] x = b.clone();
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] /= upper.get(k)[k];
            for (int i = 0; i < k; i++) x[i] -= upper.get(k)[i] * x[k];
        }
        return x;
    }

    /** Whether the design spans a constant, which is then the first column of the basis. */
    public boolean hasConstant() {
        return one.length > 0;
    }

    /** Number of independent regressors. */
    public int rank() {
        return basis.size();
    }

    /** Number of subjects. */
    public int subjects() {
        return subjects;
    }

    /** Number of regressors, the dependent ones included. */
    public int regressors() {
        return regressors;
    }

    /** Residual degrees of freedom: subjects − rank. */
    public int degreesOfFreedom() {
        return subjects - rank();
    }

    /** The basis: rank orthonormal columns of a number for each subject (a copy). */
    public double[][] basis() {
        return basis.stream().map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The weights of a contrast in terms of the basis: with θ = Q'y, the estimate of the contrast is their inner product with θ,
     * and its variance is their sum of squares times that of the residuals.
     *
     * @param contrast weights of the regressors
     * @return rank weights; none if the design does not determine the contrast, or if all are 0
     */
    public double[] inBasis(double[] contrast) {
        double constant = hasConstant() ? Columns.dot(contrast, one) : 0;
        double[] scaled = new double[regressors], sizes = new double[regressors];
        for (int c = 0; c < regressors; c++) {
            double scale = lengths[c] == 0 ? 1 : 1 / lengths[c];
            scaled[c] = (contrast[c] - means[c] * constant) * scale;
            sizes[c] = (Math.abs(contrast[c]) + Math.abs(means[c] * constant)) * scale;
            // What cancels is 0, not a rounding error that a small length makes large.
            if (Math.abs(contrast[c] - means[c] * constant) <= CONSTANT * sizes[c] / scale) scaled[c] = 0;
        }
        for (int c = 0; c < regressors; c++) if (!isDetermined(c, scaled, sizes[c])) return new double[0];
        double[] inBasis = new double[rank()];
        int first = hasConstant() ? 1 : 0;
        if (hasConstant()) inBasis[0] = constant / Math.sqrt(subjects);
        for (int k = 0; k < independent.size(); k++) {
            double[] along = coordinates[independent.get(k)];
            double value = scaled[independent.get(k)];
            for (int i = 0; i < k; i++) value -= along[i] * inBasis[first + i];
            inBasis[first + k] = value / along[k];
        }
        return inBasis;
    }

    /** Whether a dependent regressor's weight is what those that it depends on make of it. */
    private boolean isDetermined(int c, double[] scaled, double size) {
        double difference = scaled[c], scale = size;
        for (int k = 0; k < weights[c].length; k++) {
            double term = weights[c][k] * scaled[independent.get(k)];
            difference -= term;
            scale += Math.abs(term);
        }
        return Math.abs(difference) <= 10 * DEPENDENT * scale;
    }

    /**
     * For each regressor that depends on independent ones before it: the numbers of those, and its own as the last. One that is 0
     * for every subject stands alone.
     */
    public List<List<Integer>> dependencies() {
        List<List<Integer>> dependencies = new ArrayList<>();
        int standIn = standsForConstant();
        for (int c = 0; c < regressors; c++)
            if (!independent.contains(c) && c != standIn) dependencies.add(dependency(c));
        return dependencies;
    }

    /** The regressor that is not counted as dependent because its sum with others is the constant. */
    private int standsForConstant() {
        if (!hasConstant()) return -1;
        List<Integer> among = IntStream.range(0, regressors)
                .filter(c -> one[c] != 0 && !independent.contains(c))
                .boxed()
                .toList();
        return among.stream().filter(c -> lengths[c] == 0).findFirst().orElseGet(() -> among.get(0));
    }

    private List<Integer> dependency(int c) {
        double constant = means[c], size = Math.abs(means[c]);
        List<Integer> names = new ArrayList<>();
        for (int k = 0; k < weights[c].length; k++) {
            int other = independent.get(k);
            if (weights[c][k] == 0 || other == c) continue;
            names.add(other);
            double part = lengths[c] * weights[c][k] * means[other] / lengths[other];
            constant -= part;
            size += Math.abs(part);
        }
        Stream<Integer> ones = Math.abs(constant) > DEPENDENT * size
                ? IntStream.range(0, one.length).filter(o -> one[o] != 0).boxed()
                : Stream.empty();
        return Stream.concat(
                        Stream.concat(names.stream(), ones)
                                .filter(o -> o != c)
                                .distinct()
                                .sorted(),
                        Stream.of(c))
                .toList();
    }
}
