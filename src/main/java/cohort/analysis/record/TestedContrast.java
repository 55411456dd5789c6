package cohort.analysis.record;

import cohort.design.matrix.Contrast;
import cohort.permute.model.StatisticInfo;
import cohort.permute.statistic.Calibration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A contrast of a run and the maps that were written of it.
 *
 * @param name as the files have it
 * @param text as the user wrote it
 * @param rows the weights of the regressors, contrast rows x regressors
 * @param statistics the maps beside those of corrected p: {@code t}, {@code size} and so on
 * @param tests what was found by each of the statistics, in the same order; none without a permutation test
 * @param calibration what the permutations say of bounds on true discoveries, one or none
 * @param how on which side, with how many degrees of freedom, and of what
 */
public record TestedContrast(
        String name,
        String text,
        List<List<Double>> rows,
        List<String> statistics,
        List<TestedStatistic> tests,
        List<CalibratedLevel> calibration,
        HowTested how) {

    /**
     * The record of a contrast.
     *
     * @param statistics the maps beside those of corrected p
     * @param tests what was found by each of the statistics, in the same order; none without a permutation test
     * @param calibration what the permutations say of bounds on true discoveries
     */
    public static TestedContrast of(
            Contrast contrast,
            List<String> statistics,
            List<TestedStatistic> tests,
            Optional<Calibration> calibration,
            HowTested how) {
        return new TestedContrast(
                contrast.name(),
                contrast.text(),
                rows(contrast),
                statistics,
                tests,
                calibration.map(CalibratedLevel::of).stream().toList(),
                how);
    }

    /** What was tested, as it was when this record was made. */
    public Contrast contrast() {
        double[][] weights = rows.stream()
                .map(row -> row.stream().mapToDouble(weight -> weight).toArray())
                .toArray(double[][]::new);
        return new Contrast(name, text, weights);
    }

    /**
     * What cannot be so, if anything.
     *
     * @param regressors number of regressors
     * @param permuted whether it was tested by permutations
     */
    Optional<String> fault(int regressors, boolean permuted) {
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != regressors))
            return Optional.of("weights of the contrast " + name + " that do not fit the design");
        List<String> tested = tests.stream().map(test -> test.info().name()).toList();
        if (statistics.isEmpty() || permuted && !tested.equals(statistics))
            return Optional.of("tests of the contrast " + name + " that do not fit its statistics");
        return Optional.empty();
    }

    /** The statistics whose p-values come from a curve, not from counting permutations. */
    public List<StatisticInfo> fitted() {
        return tests.stream()
                .filter(TestedStatistic::isFitted)
                .map(TestedStatistic::info)
                .toList();
    }

    /** Whether words on inference tell of a curve. */
    public static boolean isFitted(String inference) {
        return !inference.startsWith("count");
    }

    private static List<List<Double>> rows(Contrast contrast) {
        return Arrays.stream(contrast.rows())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
