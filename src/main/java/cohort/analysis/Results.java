package cohort.analysis;

import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.design.matrix.DesignMatrix;
import cohort.mask.Mask;
import java.util.List;

/**
 * What a folder of results holds.
 *
 * @param run the record
 * @param mask the voxels analysed
 * @param design subjects x regressors
 * @param contrasts what was tested, at least one
 * @param notes sentences on what else the folder holds and why it is left out
 */
public record Results(
        RunRecord run, Mask mask, DesignMatrix design, List<ContrastResults> contrasts, List<String> notes) {

    /** Whether some contrast leaves regressors of no interest over, in the model that it was tested in. */
    public boolean hasNuisance() {
        return run.shuffled().reason().contains("nuisance");
    }

    /** Number of maps. */
    public int maps() {
        return run.subjects().size();
    }

    /** The maps and whose they are. */
    public Sample sample() {
        return Sample.of(run);
    }

    /** Whether each contrast is tested in the model of all maps, whose degrees of freedom are then those of all. */
    public boolean isOneModel() {
        return contrasts.stream()
                .allMatch(tested -> tested.how().degreesOfFreedom() == run.degreesOfFreedom()
                        && tested.how().rows() == maps());
    }
}
