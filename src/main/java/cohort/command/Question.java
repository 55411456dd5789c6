package cohort.command;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.table.Cohort;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What is asked, before a map is read.
 *
 * @param cohort the subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 */
record Question(Cohort cohort, DesignMatrix design, List<Contrast> contrasts) {

    /** The contrasts' names. */
    List<String> names() {
        return contrasts.stream().map(Contrast::name).toList();
    }

    /** Degrees of freedom of the residuals. */
    int degreesOfFreedom() {
        return design.rows() - design.rank();
    }

    /** All contrasts, one below the other. */
    DMatrixRMaj weights() {
        return new DMatrixRMaj(contrasts.stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }
}
