package cohort.glm;

import cohort.text.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run took of covariates that are maps.
 *
 * @param regressors those with another value in each voxel, each with the covariates that are in it as a formula has them
 * @param columns of the table, which named the maps
 * @param lacking how many voxels were left out because a covariate is not known there for some subject
 * @param undetermined how many were left out because a covariate is constant there or depends on other regressors
 */
public record CovariateVoxels(
        Map<String, List<String>> regressors, List<String> columns, int lacking, int undetermined) {
    /** Of a run without them. */
    public static final CovariateVoxels NONE = new CovariateVoxels(Map.of(), List.of(), 0, 0);

    /** Whether there are none. */
    public boolean isEmpty() {
        return regressors.isEmpty();
    }

    /** The covariates, as a formula has them, each once. */
    public List<String> maps() {
        return new TreeMap<>(regressors)
                .values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The same with the voxels that nothing can be tested in. */
    public CovariateVoxels leavingOut(int voxels) {
        return new CovariateVoxels(regressors, columns, lacking, voxels);
    }

    /** Which voxels were left out and why, one sentence; empty if none was. */
    public String sentence() {
        if (lacking + undetermined == 0) return "";
        String maps = Words.list(maps());
        String one =
                lacking == 0 ? "" : Words.count(lacking, "voxel") + " without data in " + maps + " of some subject";
        String other = undetermined == 0
                ? ""
                : Words.count(undetermined, "voxel") + " in which " + maps + (maps().size() == 1 ? " is" : " are")
                        + " constant over the subjects or " + (maps().size() == 1 ? "depends" : "depend")
                        + " on the other regressors";
        return Words.list(Stream.of(one, other).filter(part -> !part.isEmpty()).toList())
                + (lacking + undetermined == 1 ? " was" : " were") + " left out.";
    }
}
