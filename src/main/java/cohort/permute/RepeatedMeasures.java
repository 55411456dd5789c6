package cohort.permute;

import cohort.design.Blocks;
import cohort.design.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Finds out from a design which rows are measurements of the same subject. */
public final class RepeatedMeasures {
    private static final double ZERO = 1e-8;

    private RepeatedMeasures() {}

    /**
     * The blocks that a factor such as the subject of a paired test makes of the rows: measurements are then exchanged within
     * them. Found is a factor that is no part of what is tested: adjacent columns of zeros and ones without weight in the
     * contrast, no two of which share a row, one for each block, or for each but one if the nuisance explains the last
     * one too. It has no more rows to a block than blocks, and some block has several, of which not all are alike in the
     * tested effect; so neither the sex nor, as a rule, the site of a subject is taken for a subject. Of several such
     * factors the finest counts.
     *
     * @implNote op names='cohort.permute.repeatedMeasures'
     * @param design the design matrix, rows x regressors
     * @param contrast the weights of the regressors, rows x regressors
     * @return one level of blocks, to shuffle within; empty if the design has no such factor
     */
    public static Optional<Blocks> blocks(DMatrixRMaj design, DMatrixRMaj contrast) {
        ModelPartition model = ModelPartition.of(design, contrast);
        return factors(design, contrast).stream()
                .map(factor -> levels(factor, model.nuisance()))
                .filter(levels -> isRepeated(levels, model.tested()))
                .max(Comparator.comparingInt(RepeatedMeasures::count))
                .map(levels -> new Blocks(IntStream.of(levels)
                        .mapToObj(level -> new int[] {level})
                        .toArray(int[][]::new)));
    }

    /** Runs of indicator columns that share no row. */
    private static List<List<double[]>> factors(DMatrixRMaj design, DMatrixRMaj contrast) {
        List<List<double[]>> factors = new ArrayList<>();
        List<double[]> run = new ArrayList<>();
        for (int c = 0; c < design.numCols; c++) {
            double[] column = column(design, c);
            boolean indicates = Arrays.stream(column(contrast, c)).allMatch(w -> w == 0)
                    && Arrays.stream(column).allMatch(x -> x == 0 || x == 1)
                    && Arrays.stream(column).anyMatch(x -> x == 0);
            if (!run.isEmpty() && !(indicates && run.stream().noneMatch(other -> meet(column, other)))) {
                factors.add(run);
                run = new ArrayList<>();
            }
            if (indicates) run.add(column);
        }
        if (!run.isEmpty()) factors.add(run);
        return factors;
    }

    private static double[] column(DMatrixRMaj matrix, int c) {
        return IntStream.range(0, matrix.numRows)
                .mapToDouble(i -> matrix.get(i, c))
                .toArray();
    }

    private static boolean meet(double[] a, double[] b) {
        return IntStream.range(0, a.length).anyMatch(i -> a[i] != 0 && b[i] != 0);
    }

    /** For each row the number of its level from 1; none if rows are left that the nuisance does not hold together. */
    private static int[] levels(List<double[]> factor, double[][] nuisance) {
        int[] levels = new int[factor.get(0).length];
        for (int l = 0; l < factor.size(); l++)
            for (int i = 0; i < levels.length; i++) if (factor.get(l)[i] != 0) levels[i] = l + 1;
        double[] left = Arrays.stream(levels).mapToDouble(l -> l == 0 ? 1 : 0).toArray();
        for (int i = 0; i < levels.length; i++) if (levels[i] == 0) levels[i] = factor.size() + 1;
        double length = Columns.norm(left);
        Columns.removeProjection(left, nuisance);
        return Columns.norm(left) <= ZERO * length ? levels : new int[0];
    }

    private static boolean isRepeated(int[] levels, double[][] tested) {
        int[] sizes = new int[Arrays.stream(levels).max().orElse(0) + 1];
        for (int level : levels) sizes[level]++;
        return Arrays.stream(sizes).max().orElse(0) <= count(levels) && varies(levels, RowClasses.of(tested));
    }

    private static boolean varies(int[] levels, RowClasses rows) {
        return IntStream.range(0, levels.length).anyMatch(i -> IntStream.range(0, i)
                .anyMatch(j -> levels[i] == levels[j] && rows.codes()[i] != rows.codes()[j]));
    }

    private static int count(int[] levels) {
        return (int) Arrays.stream(levels).distinct().count();
    }
}
