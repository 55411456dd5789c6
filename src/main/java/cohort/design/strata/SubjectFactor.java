package cohort.design.strata;

import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Columns;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Finds out from a design which rows are measurements of the same subject. */
public final class SubjectFactor {
    /** What rounding leaves of a column, relative to its length. */
    private static final double ROUNDING = 1e-8;
    /** What people call a subject's column. */
    private static final Set<String> USUAL = Set.of(
            "subject",
            "subjects",
            "subj",
            "sub",
            "participant",
            "participants",
            "participant_id",
            "subject_id",
            "id",
            "person",
            "patient",
            "animal",
            "mouse",
            "rat",
            "individual",
            "case");

    private SubjectFactor() {}

    /** Whether a column's name is a usual one for the subject. */
    static boolean isUsual(String column) {
        return USUAL.contains(column.toLowerCase(Locale.ROOT));
    }

    /**
     * The blocks that a factor such as the subject of a paired test makes of the rows: measurements are then exchanged within
     * them. Found is a factor that is no part of what is tested: adjacent columns of zeros and ones without weight in the
     * contrast, no two of which share a row, one for each block, or for each but one if the nuisance explains the last
     * one too. It has no more rows to a block than blocks, and some block has several, of which not all are alike in the
     * tested effect; so neither the sex nor, as a rule, the site of a subject is taken for a subject. Of several such
     * factors the finest counts.
     *
     * @param design the design matrix, rows x regressors
     * @param contrast the weights of the regressors, rows x regressors
     * @return one level of blocks, to shuffle within; empty if the design has no such factor
     */
    public static Optional<BlockLabels> blocks(DMatrixRMaj design, DMatrixRMaj contrast) {
        return candidates(Columns.of(design), Columns.of(CommonOps_DDRM.transpose(contrast, null))).stream()
                .max(Comparator.comparingInt(Candidate::count))
                .map(Candidate::blocks);
    }

    /**
     * The blocks of a factor as for matrices that is also called like a subject, or that has each combination of the other
     * factors once at most, as no site has: only such a factor is a sampling unit beyond doubt.
     *
     * @param design the design
     * @param contrast the weights of the regressors, rows x regressors
     */
    public static Optional<BlockLabels> subjects(DesignMatrix design, double[][] contrast) {
        double[][] columns = Columns.of(design.matrix());
        return candidates(columns, contrast).stream()
                .filter(found -> isUsual(factor(design.columns().get(found.first)))
                        || !DesignCells.of(columns, found.levels).hasReplicates())
                .max(Comparator.comparingInt(Candidate::count))
                .map(Candidate::blocks);
    }

    /**
     * Whether a factor says whose map each row is: it has no more rows to a level than levels, several to some, and is called
     * like a subject or has each combination of the other factors once at most.
     *
     * @param column what its levels are of
     * @param levels the level of each row
     * @param design the regressors
     */
    public static boolean isSubject(String column, List<String> levels, DMatrixRMaj design) {
        List<String> distinct = levels.stream().distinct().toList();
        int[] numbers = levels.stream().mapToInt(distinct::indexOf).toArray();
        int largest = largest(numbers);
        return largest > 1
                && largest <= distinct.size()
                && (isUsual(column)
                        || !DesignCells.of(Columns.of(design), numbers).hasReplicates());
    }

    /** What a regressor is a level of: {@code subject} for {@code subject.02}. */
    private static String factor(String regressor) {
        int dot = regressor.indexOf('.');
        return dot < 0 ? regressor : regressor.substring(0, dot);
    }

    /** @param levels for each row the number of its level, from 1 */
    private record Candidate(int first, int[] levels) {
        int count() {
            return (int) Arrays.stream(levels).distinct().count();
        }

        BlockLabels blocks() {
            return new BlockLabels(
                    IntStream.of(levels).mapToObj(level -> new int[] {level}).toArray(int[][]::new));
        }
    }

    private static List<Candidate> candidates(double[][] design, double[][] contrast) {
        IndependentRegressors regressors = IndependentRegressors.of(Columns.matrix(design));
        Optional<Estimate> estimate = Estimate.of(regressors, contrast);
        if (estimate.isEmpty()) return List.of();
        double[][] basis = regressors.basis(), effect = estimate.get().effect(basis);
        return factors(design, contrast).stream()
                .map(factor -> new Candidate(factor.get(0), levels(factor, design)))
                .filter(found -> isHeldTogether(found.levels, basis, effect))
                .filter(found -> isRepeated(found, effect))
                .toList();
    }

    /** Runs of indicator columns that share no row. */
    private static List<List<Integer>> factors(double[][] design, double[][] contrast) {
        List<List<Integer>> factors = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int c = 0; c < design.length; c++) {
            double[] column = design[c];
            int number = c;
            boolean indicates = Arrays.stream(contrast).allMatch(row -> row[number] == 0)
                    && Arrays.stream(column).allMatch(x -> x == 0 || x == 1)
                    && Arrays.stream(column).anyMatch(x -> x == 0);
            if (!run.isEmpty() && !(indicates && run.stream().noneMatch(other -> meet(column, design[other])))) {
                factors.add(run);
                run = new ArrayList<>();
            }
            if (indicates) run.add(c);
        }
        if (!run.isEmpty()) factors.add(run);
        return factors;
    }

    private static boolean meet(double[] a, double[] b) {
        return IntStream.range(0, a.length).anyMatch(i -> a[i] != 0 && b[i] != 0);
    }

    private static int[] levels(List<Integer> factor, double[][] design) {
        int[] levels = new int[design[0].length];
        Arrays.fill(levels, factor.size() + 1);
        for (int l = 0; l < factor.size(); l++)
            for (int i = 0; i < levels.length; i++) if (design[factor.get(l)][i] != 0) levels[i] = l + 1;
        return levels;
    }

    /** Whether the nuisance holds the rows together that have none of the factor's columns, if there are any. */
    private static boolean isHeldTogether(int[] levels, double[][] basis, double[][] effect) {
        int last = Arrays.stream(levels).max().orElse(0);
        double[] left =
                Arrays.stream(levels).mapToDouble(l -> l == last ? 1 : 0).toArray();
        double length = Columns.norm(left);
        if (Arrays.stream(effect).anyMatch(e -> Math.abs(Columns.dot(e, left)) > ROUNDING * length)) return false;
        Columns.removeProjection(left, basis);
        return Columns.norm(left) <= ROUNDING * length;
    }

    private static boolean isRepeated(Candidate found, double[][] effect) {
        return largest(found.levels) <= found.count() && varies(found.levels, effect);
    }

    /** How many rows the level has that has most. */
    private static int largest(int[] levels) {
        return Arrays.stream(levels)
                .boxed()
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()))
                .values()
                .stream()
                .mapToInt(Long::intValue)
                .max()
                .orElse(0);
    }

    private static boolean varies(int[] levels, double[][] effect) {
        return IntStream.range(0, levels.length).anyMatch(i -> IntStream.range(0, i)
                .anyMatch(j -> levels[i] == levels[j]
                        && Arrays.stream(effect).anyMatch(e -> Math.abs(e[i] - e[j]) > ROUNDING)));
    }
}
