package cohort.permute;

import cohort.InputException;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A contrast to test and what to make of its maps.
 *
 * @param contrast the weights of the regressors, rows x regressors: one row for t, several for F
 * @param statistics the map statistics beside the maximum of t or F
 */
public record ContrastTest(DMatrixRMaj contrast, List<MapStatistic> statistics) {

    /** @throws InputException if the contrast has no row */
    public ContrastTest {
        if (contrast.numRows < 1) throw new InputException("contrast: found no row, expected weights of regressors.");
        contrast = contrast.copy();
        statistics = List.copyOf(statistics);
    }

    /** Tests the maximum of t or F alone. */
    public static ContrastTest of(DMatrixRMaj contrast) {
        return new ContrastTest(contrast, List.of());
    }
}
