package cohort.analysis.record;

import cohort.design.matrix.Contrast;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A contrast of a run and the maps that were written of it.
 *
 * @param name as the files have it
 * @param text as the user wrote it
 * @param rows the weights of the regressors, contrast rows x regressors
 * @param statistics the maps beside those of corrected p: {@code t}, {@code size} and so on
 * @param inference how corrected p-values followed, one for each statistic; none without a permutation test
 * @param how on which side, with how many degrees of freedom, and of what
 */
public record TestedContrast(
        String name,
        String text,
        List<List<Double>> rows,
        List<String> statistics,
        List<String> inference,
        HowTested how) {

    /**
     * The record of a contrast.
     *
     * @param statistics the maps beside those of corrected p
     * @param inference how corrected p-values followed, one for each statistic; none without a permutation test
     */
    public static TestedContrast of(Contrast contrast, List<String> statistics, List<String> inference, HowTested how) {
        return new TestedContrast(contrast.name(), contrast.text(), rows(contrast), statistics, inference, how);
    }

    /**
     * What cannot be so, if anything.
     *
     * @param regressors number of regressors
     * @param permuted whether it was tested by shuffling
     */
    Optional<String> fault(int regressors, boolean permuted) {
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != regressors))
            return Optional.of("weights of the contrast " + name + " that do not fit the design");
        if (statistics.isEmpty() || permuted && inference.size() != statistics.size())
            return Optional.of("words on the inference of the contrast " + name + " that do not fit its statistics");
        return Optional.empty();
    }

    /** The statistics whose p-values come from a curve, not from counting shuffles. */
    public List<String> fitted() {
        return IntStream.range(0, inference.size())
                .filter(s -> isFitted(inference.get(s)))
                .mapToObj(statistics::get)
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
