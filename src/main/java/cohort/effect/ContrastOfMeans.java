package cohort.effect;

import cohort.design.matrix.Columns;
import cohort.design.matrix.IndependentRegressors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A contrast that is a mean of subjects or compares means, however the groups are coded. The regressors that it weighs divide
 * the subjects into cells; if the model lets each cell have a mean of its own, the contrast is a weighted sum of these means. A
 * slope is none: its cells lie on a line.
 *
 * @param cells for each row of the design its cell, from 0
 * @param weights of the cells' means
 */
record ContrastOfMeans(int[] cells, double[] weights) {
    /** Finer differences come from rounding. */
    private static final double ROUNDING = 1e-9;

    /** What is left of an indicator that the design spans, relative to its length. */
    private static final double SPANNED = 1e-7;

    /**
     * @param design rows x regressors
     * @param contrast one row, which the design determines
     * @return nothing if it is a slope, or if the means of its cells depend on each other
     */
    static Optional<ContrastOfMeans> of(DMatrixRMaj design, DMatrixRMaj contrast) {
        IndependentRegressors regressors = IndependentRegressors.of(design);
        double[][] basis = regressors.basis();
        int[] cells = cells(design, contrast);
        int count = Arrays.stream(cells).max().orElse(-1) + 1;
        double[] estimate = Columns.combined(basis, new double[][] {regressors.inBasis(contrast.data)})[0];
        double[] weights = new double[count];
        for (int i = 0; i < cells.length; i++) weights[cells[i]] += estimate[i];
        for (int cell = 0; cell < count; cell++) {
            int one = cell;
            double[] indicator =
                    IntStream.of(cells).mapToDouble(c -> c == one ? 1 : 0).toArray();
            if (!spans(basis, indicator)) return Optional.empty();
        }
        return Optional.of(new ContrastOfMeans(cells, weights));
    }

    /** Whether a column is a sum of those of an orthonormal basis. */
    static boolean spans(double[][] basis, double[] column) {
        double[] left = column.clone();
        Columns.removeProjection(left, basis);
        return Columns.norm(left) <= SPANNED * Columns.norm(column);
    }

    private static int[] cells(DMatrixRMaj design, DMatrixRMaj contrast) {
        double[][] columns = Columns.of(design);
        List<List<Long>> known = new ArrayList<>();
        return IntStream.range(0, design.numRows)
                .map(i -> {
                    List<Long> values = new ArrayList<>();
                    for (int c = 0; c < columns.length; c++)
                        if (contrast.get(0, c) != 0 && Columns.norm(columns[c]) > 0)
                            values.add(Math.round(columns[c][i] / Columns.norm(columns[c]) / ROUNDING));
                    if (!known.contains(values)) known.add(values);
                    return known.indexOf(values);
                })
                .toArray();
    }

    /**
     * What the weights above 0, or those below, sum to, whichever is more: by this the effect is divided to become a mean, or a
     * difference of two means (Kline 2013, Beyond Significance Testing, chapter 7).
     */
    double size() {
        double above = Arrays.stream(weights).filter(weight -> weight > 0).sum();
        double below = -Arrays.stream(weights).filter(weight -> weight < 0).sum();
        return Math.max(above, below);
    }
}
