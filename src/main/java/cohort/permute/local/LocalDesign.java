package cohort.permute.local;

import cohort.design.matrix.Columns;
import cohort.permute.shuffle.Shuffle;
import java.util.ArrayList;
import java.util.List;

/**
 * The design of some voxels. A shuffle acts upon the whole columns, and those rows are looked at whose data there are: so a
 * subject's data, with the gaps in them, are paired with the row of another subject in all voxels alike, and the correlation
 * between voxels stays what it is. That is how PALM 119 permutes data with {@code -imiss} ({@code palm_core.m}: what is
 * missing moves with the data). It is exact if what is missing does not depend on the tested effect; sign flips are exact
 * in any case.
 *
 * @param rows the subjects who have data, in ascending order
 * @param effect orthonormal columns of as many numbers as there are subjects in all: one for t, several for F
 * @param nuisance orthonormal columns as long, possibly none, to which those of the effect are orthogonal
 */
record LocalDesign(int[] rows, double[][] effect, double[][] nuisance) {
    /** What is left of a column is a rounding error below this share of it. */
    private static final double ZERO = 1e-8;

    /**
     * A shuffled design.
     *
     * @param effect orthonormal columns of a number for each row with data
     * @param nuisance orthonormal columns, to which those of the effect are orthogonal
     * @param degreesOfFreedom of the residuals; 0 if nothing can be tested
     */
    record Shuffled(double[][] effect, double[][] nuisance, int degreesOfFreedom) {}

    /** What a shuffle makes of it. */
    Shuffled shuffled(Shuffle shuffle) {
        return effect.length > 0 && rows.length == effect[0].length ? turned(shuffle) : among(shuffle);
    }

    /** Where nobody lacks the data, columns that are orthonormal stay so. */
    private Shuffled turned(Shuffle shuffle) {
        return new Shuffled(
                turned(effect, shuffle),
                turned(nuisance, shuffle),
                Math.max(0, rows.length - effect.length - nuisance.length));
    }

    private static double[][] turned(double[][] columns, Shuffle shuffle) {
        double[][] turned = new double[columns.length][shuffle.row().length];
        for (int c = 0; c < columns.length; c++)
            for (int i = 0; i < turned[c].length; i++) turned[c][i] = shuffle.sign()[i] * columns[c][shuffle.row()[i]];
        return turned;
    }

    private Shuffled among(Shuffle shuffle) {
        List<double[]> basis = new ArrayList<>();
        for (double[] column : nuisance) add(basis, column, shuffle);
        int first = basis.size();
        for (double[] column : effect) add(basis, column, shuffle);
        double[][] columns = basis.toArray(double[][]::new);
        boolean estimable = columns.length == first + effect.length;
        return new Shuffled(
                basis.subList(first, columns.length).toArray(double[][]::new),
                basis.subList(0, first).toArray(double[][]::new),
                estimable ? Math.max(0, rows.length - columns.length) : 0);
    }

    private void add(List<double[]> basis, double[] column, Shuffle shuffle) {
        double[] left = new double[rows.length];
        for (int i = 0; i < left.length; i++) left[i] = shuffle.sign()[rows[i]] * column[shuffle.row()[rows[i]]];
        double before = Columns.norm(left);
        Columns.removeProjection(left, basis.toArray(double[][]::new));
        double norm = Columns.norm(left);
        if (norm > ZERO * before) basis.add(Columns.times(left, 1 / norm));
    }
}
