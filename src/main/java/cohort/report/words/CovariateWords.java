package cohort.report.words;

import cohort.analysis.record.RunRecord;
import cohort.glm.CovariateVoxels;
import cohort.text.Reference;
import cohort.text.Words;
import java.util.List;

/** Covariates that are maps, in words. */
public final class CovariateWords {
    private CovariateWords() {}

    /** What a hatched column of the design is, with a blank before it; empty if none is. */
    public static String hatched(RunRecord run) {
        if (run.covariateMaps().isEmpty()) return "";
        List<String> names = List.copyOf(run.covariateMaps().regressors().keySet());
        return " Hatched: " + Words.list(names) + (names.size() == 1 ? " differs" : " differ")
                + " from voxel to voxel; design.tsv has the mean over the voxels analysed.";
    }

    /** What they are and how they were treated. */
    static void say(RunRecord run, Prose prose) {
        CovariateVoxels covariates = run.covariateMaps();
        if (covariates.isEmpty()) return;
        boolean one = covariates.maps().size() == 1;
        boolean centered = covariates.maps().stream().anyMatch(map -> map.startsWith("center("));
        prose.say((one ? "The covariate " : "The covariates ") + Words.list(covariates.maps())
                        + (one ? " is a map of each subject" : " are maps of each subject")
                        + (centered ? ", centred in each voxel on its mean over the subjects" : "")
                        + ", taken without smoothing, so that each voxel has a design of its own")
                .cite(Reference.CASANOVA_2007)
                .say(run.isPermutation() ? "; the " + run.shuffled().draws() + " were the same in all voxels. " : ". ");
        if (!covariates.sentence().isEmpty()) prose.say(covariates.sentence() + " ");
    }
}
