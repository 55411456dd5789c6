package cohort.analysis;

import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.subjects.Cohort;
import java.util.List;

/**
 * What a run would ask and do, known before a map is read.
 *
 * @param cohort whose maps they are
 * @param design maps x regressors
 * @param contrasts what is tested
 * @param shuffles what the test is made by, e.g. {@code sign flips}
 * @param reason why, as a clause
 * @param labellings how many different labellings there are, the observed one among them
 * @param permutations how many permutations were asked for
 * @param remarks what the log would say of model and blocks
 */
public record AnalysisPreview(
        Cohort cohort,
        DesignMatrix design,
        List<Contrast> contrasts,
        String shuffles,
        String reason,
        double labellings,
        int permutations,
        List<String> remarks) {

    /** Whether each distinct permutation would be made once; such a test cannot be ended early. */
    public boolean isExhaustive() {
        return labellings - 1 <= permutations;
    }

    /** The smallest p that the permutations allow, where no two labellings tie. */
    public double smallestP() {
        return 1 / (1 + Math.min(labellings - 1, permutations));
    }
}
