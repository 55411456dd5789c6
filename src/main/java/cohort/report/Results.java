package cohort.report;

import cohort.design.DesignMatrix;
import cohort.image.Volume;
import cohort.mask.Mask;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a folder of results holds.
 *
 * @param run the record
 * @param mask the voxels analysed
 * @param design subjects x regressors
 * @param contrasts what was tested, at least one
 */
record Results(RunRecord run, Mask mask, DesignMatrix design, List<ContrastResults> contrasts) {

    /** Number of regressors that the contrast leaves over: those of no interest. */
    int nuisance(ContrastResults contrast) {
        return design.rank() - contrast.contrast().rows().length;
    }

    /** The values of a map in mask order. */
    double[] inMask(Volume map) {
        double[] values = map.values();
        return IntStream.range(0, mask.size())
                .mapToDouble(m -> values[mask.gridIndex(m)])
                .toArray();
    }

    /** Number of subjects. */
    int subjects() {
        return run.subjects().size();
    }
}
