package cohort.design.matrix;

import cohort.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a contrast of one or several rows asks of a design, in terms of the design's orthonormal basis Q (subjects x rank). With
 * θ = Q'y the estimate of row i is {@code scales[i] * rows[i]'θ}.
 *
 * @param rows of unit length, contrast rows x rank
 * @param scales of each row
 * @param directions orthonormal vectors of rank numbers that span the rows; as many as there are independent rows
 */
public record Estimate(double[][] rows, double[] scales, double[][] directions) {
    /** Less than this is left of a row of unit length that depends on others. */
    private static final double DEPENDENT = 1e-7;

    /**
     * @param regressors the design
     * @param contrast contrast rows x regressors
     * @return nothing if the design does not determine a row, or a row has no weight but 0
     */
    public static Optional<Estimate> of(IndependentRegressors regressors, double[][] contrast) {
        double[][] rows = Arrays.stream(contrast).map(regressors::inBasis).toArray(double[][]::new);
        double[] scales = Arrays.stream(rows).mapToDouble(Columns::norm).toArray();
        if (Arrays.stream(scales).anyMatch(scale -> !(scale > 0))) return Optional.empty();
        for (int r = 0; r < rows.length; r++) rows[r] = Columns.times(rows[r], 1 / scales[r]);
        return Optional.of(new Estimate(rows, scales, span(rows)));
    }

    /**
     * The same of a contrast that the design must determine.
     *
     * @throws InputException if it does not
     */
    public static Estimate required(IndependentRegressors regressors, double[][] contrast) {
        return of(regressors, contrast)
                .orElseThrow(() ->
                        new InputException("contrast: found one that the design cannot estimate, expected an estimable"
                                + " contrast; drop a regressor or test a difference."));
    }

    private static double[][] span(double[][] rows) {
        List<double[]> directions = new ArrayList<>();
        for (double[] row : rows) {
            double[] left = row.clone();
            Columns.removeProjection(left, directions.toArray(double[][]::new));
            double rest = Columns.norm(left);
            if (rest > DEPENDENT) directions.add(Columns.times(left, 1 / rest));
        }
        return directions.toArray(double[][]::new);
    }

    /**
     * The weights with which the estimate takes the data of each subject: orthonormal columns that span the effect of interest.
     *
     * @param basis of the design, as {@link IndependentRegressors#basis} gives it
     */
    public double[][] effect(double[][] basis) {
        return Columns.combined(basis, directions);
    }

    /** Number of independent rows. */
    public int rank() {
        return directions.length;
    }
}
