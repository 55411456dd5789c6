package cohort.design.strata;

import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Columns;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Finds what of each subject's maps a contrast is about. The least-squares estimate of a contrast is a weighted sum of all maps.
 * If its weights for each subject are a multiple of the same pattern over the kinds of measurements (over several patterns, for a
 * contrast of several rows), then the sums of each subject's maps with these patterns hold all that the estimate takes from the
 * data, and a model of the sums, one for each subject, tests the same contrast with an error of its own (summary statistics:
 * Rouanet &amp; Lépine 1970, British Journal of Mathematical and Statistical Psychology 23:147; Friston et al. 2005, NeuroImage
 * 24:244).
 */
public final class ErrorStrata {
    /** What rounding leaves of a weight, relative to the greatest. */
    private static final double ROUNDING = 1e-6;

    private final double[][] design;
    private final double[][] contrast;
    private final int[] subject;
    private final int subjects;
    private final DesignCells cells;

    private ErrorStrata(double[][] design, double[][] contrast, int[] subject) {
        this.design = design;
        this.contrast = contrast;
        this.subject = subject;
        this.subjects = Arrays.stream(subject).max().orElse(-1) + 1;
        this.cells = DesignCells.of(design, subject);
    }

    /**
     * The stratum of a contrast.
     *
     * @param design the design matrix, maps x regressors
     * @param contrast rows x regressors, which the design, or the design with a mean for each subject, determines
     * @param blocks one level: the subject of each map
     */
    public static ErrorStratum of(DMatrixRMaj design, double[][] contrast, BlockLabels blocks) {
        int[] labels = blocks.level(0);
        List<Integer> distinct = Arrays.stream(labels).distinct().boxed().toList();
        int[] subject = Arrays.stream(labels).map(distinct::indexOf).toArray();
        return new ErrorStrata(Columns.of(design), contrast, subject).find();
    }

    /**
     * The strata of several contrasts, if the design says whose map each row is: by {@code Error(...)} in its formula, or by a
     * factor of the subject.
     *
     * @param design the design
     * @param contrasts what is tested
     * @return one for each contrast; none if no subject has several maps, or if that is not known
     */
    public static List<ErrorStratum> of(DesignMatrix design, List<Contrast> contrasts) {
        Optional<BlockLabels> subjects = subjects(design, contrasts);
        if (subjects.isEmpty()) return List.of();
        return contrasts.stream()
                .map(contrast -> of(design.matrix(), contrast.rows(), subjects.get()))
                .toList();
    }

    /**
     * Whose map each row is.
     *
     * @return nothing if no subject has several maps, or if the design does not tell
     */
    public static Optional<BlockLabels> subjects(DesignMatrix design, List<Contrast> contrasts) {
        return design.subjects()
                .or(() -> contrasts.stream()
                        .flatMap(contrast -> SubjectFactor.subjects(design, contrast.rows()).stream())
                        .findFirst())
                .filter(subjects -> Arrays.stream(subjects.level(0)).distinct().count() < design.rows());
    }

    private ErrorStratum find() {
        int[] all = IntStream.range(0, subject.length).toArray();
        Optional<ErrorStratum> found = stratum(all).or(() -> stratum(completeRows()));
        return found.orElseGet(() -> ErrorStratum.pooled(
                subject,
                "The contrast weighs the maps of different subjects in different ways (a covariate that varies within"
                        + " subjects, or missing maps): t and F assume that errors within a subject are exchangeable, and"
                        + " all maps of a subject are flipped together."));
    }

    /** The rows of the subjects that have all kinds of measurements. */
    private int[] completeRows() {
        return IntStream.range(0, subject.length)
                .filter(i -> IntStream.range(0, subject.length)
                                .filter(j -> subject[j] == subject[i])
                                .count()
                        == cells.count())
                .toArray();
    }

    /** @param rows whose estimate is to tell the pattern */
    private Optional<ErrorStratum> stratum(int[] rows) {
        if (rows.length == 0) return Optional.empty();
        Optional<double[][]> effect = effect(rows);
        if (effect.isEmpty()) return Optional.empty();
        List<double[]> patterns = patterns(rows, effect.get());
        int wanted = effect.get().length;
        return patterns.size() == wanted ? sums(rows, effect.get(), patterns) : Optional.empty();
    }

    /** The weights of the estimate: of the model with a mean for each subject if that determines it, else of the model as it is. */
    private Optional<double[][]> effect(int[] rows) {
        double[][] own = select(design, rows);
        int[] present = Arrays.stream(rows).map(i -> subject[i]).distinct().toArray();
        double[][] with = new double[own.length + present.length][];
        System.arraycopy(own, 0, with, 0, own.length);
        for (int s = 0; s < present.length; s++) {
            int one = present[s];
            with[own.length + s] = Arrays.stream(rows)
                    .mapToDouble(i -> subject[i] == one ? 1 : 0)
                    .toArray();
        }
        double[][] padded = Arrays.stream(contrast)
                .map(row -> Arrays.copyOf(row, with.length))
                .toArray(double[][]::new);
        return effect(with, padded).or(() -> effect(own, contrast));
    }

    private static Optional<double[][]> effect(double[][] columns, double[][] contrast) {
        IndependentRegressors regressors = IndependentRegressors.of(Columns.matrix(columns));
        return Estimate.of(regressors, contrast).map(estimate -> estimate.effect(regressors.basis()));
    }

    private static double[][] select(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    /** An orthonormal basis of the weights of all subjects over the cells. */
    private List<double[]> patterns(int[] rows, double[][] effect) {
        List<double[]> weights = new ArrayList<>();
        for (int s = 0; s < subjects; s++)
            for (double[] column : effect) {
                double[] pattern = new double[cells.count()];
                for (int r = 0; r < rows.length; r++)
                    if (subject[rows[r]] == s) pattern[cells.codes()[rows[r]]] = column[r];
                weights.add(pattern);
            }
        weights.sort(Comparator.comparingDouble(pattern -> -Columns.norm(pattern)));
        double greatest = Columns.norm(weights.get(0));
        List<double[]> basis = new ArrayList<>();
        for (double[] pattern : weights) {
            double[] left = pattern.clone();
            Columns.removeProjection(left, basis.toArray(double[][]::new));
            if (Columns.norm(left) > ROUNDING * greatest) basis.add(Columns.unit(left));
        }
        return basis;
    }

    private Optional<ErrorStratum> sums(int[] rows, double[][] effect, List<double[]> patterns) {
        List<double[]> weights = new ArrayList<>();
        List<Integer> owners = new ArrayList<>(), components = new ArrayList<>();
        List<Integer> lacking = new ArrayList<>();
        for (int s = 0; s < subjects; s++) {
            if (!has(s, patterns)) lacking.add(s);
            else if (!cells.hasReplicates() || takesPart(s, rows, effect))
                for (int k = 0; k < patterns.size(); k++) {
                    weights.add(spread(patterns.get(k), s));
                    owners.add(s);
                    components.add(k);
                }
        }
        ErrorStratum stratum = new ErrorStratum(
                kind(patterns),
                subjects,
                subject,
                owners.stream().mapToInt(Integer::intValue).toArray(),
                components.stream().mapToInt(Integer::intValue).toArray(),
                weights.toArray(double[][]::new),
                lacking.stream().mapToInt(Integer::intValue).toArray(),
                remark(patterns.size()));
        return isTestable(stratum) ? Optional.of(stratum) : Optional.empty();
    }

    private static String remark(int components) {
        return components == 1
                ? ""
                : "The parametric p of F assumes sphericity of the " + components
                        + " contrasts within subjects; the permutation test does not.";
    }

    /** Whether a subject has all measurements on which a pattern has weight. */
    private boolean has(int s, List<double[]> patterns) {
        return IntStream.range(0, cells.count())
                .filter(cell -> patterns.stream().anyMatch(pattern -> Math.abs(pattern[cell]) > ROUNDING))
                .allMatch(cell ->
                        IntStream.range(0, subject.length).anyMatch(i -> subject[i] == s && cells.codes()[i] == cell));
    }

    /** Whether the estimate weighs a subject's maps at all. */
    private boolean takesPart(int s, int[] rows, double[][] effect) {
        return IntStream.range(0, rows.length)
                .filter(r -> subject[rows[r]] == s)
                .anyMatch(r -> Arrays.stream(effect).anyMatch(column -> Math.abs(column[r]) > ROUNDING));
    }

    private double[] spread(double[] pattern, int s) {
        return IntStream.range(0, subject.length)
                .mapToDouble(i -> subject[i] == s && Math.abs(pattern[cells.codes()[i]]) > ROUNDING
                        ? pattern[cells.codes()[i]]
                        : 0)
                .toArray();
    }

    private ErrorStratum.Kind kind(List<double[]> patterns) {
        boolean within = patterns.stream()
                .allMatch(pattern -> Math.abs(Arrays.stream(pattern).sum()) < ROUNDING);
        boolean between = patterns.size() == 1
                && Arrays.stream(patterns.get(0)).allMatch(x -> Math.abs(x - patterns.get(0)[0]) < ROUNDING);
        return within ? ErrorStratum.Kind.WITHIN : between ? ErrorStratum.Kind.BETWEEN : ErrorStratum.Kind.MIXED;
    }

    private boolean isTestable(ErrorStratum stratum) {
        if (stratum.rows() == 0) return false;
        IndependentRegressors regressors = IndependentRegressors.of(stratum.apply(Columns.matrix(design)));
        return regressors.degreesOfFreedom() > 0
                && Estimate.of(regressors, contrast)
                        .filter(estimate -> estimate.rank() == contrast.length)
                        .isPresent();
    }
}
