package cohort.report;

import cohort.design.Contrast;
import java.util.Arrays;
import java.util.List;

/**
 * A contrast of a run and the maps that were written of it.
 *
 * @param name as the files have it
 * @param text as the user wrote it
 * @param rows the weights of the regressors, contrast rows x regressors
 * @param statistics the maps beside those of corrected p: {@code t}, {@code size} and so on
 */
public record TestedContrast(String name, String text, List<List<Double>> rows, List<String> statistics) {

    /** The record of a contrast. */
    public static TestedContrast of(Contrast contrast, List<String> statistics) {
        List<List<Double>> rows = Arrays.stream(contrast.rows())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new TestedContrast(contrast.name(), contrast.text(), rows, statistics);
    }
}
