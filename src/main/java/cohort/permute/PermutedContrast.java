package cohort.permute;

import cohort.permute.statistic.Calibration;
import java.util.List;
import java.util.Optional;

/**
 * What shuffling says of one contrast, in mask order and without a name but those of statistics. A {@code ContrastResults} of
 * {@code cohort.analysis.results} makes volumes of it that know their contrast.
 *
 * @param statistics t or F first, or where variances differ the z of v or G, then the map statistics that were asked for
 * @param untransformed v or G, where the test is of their z
 * @param uncorrected if it was asked for, the p-value of each voxel in mask order by its own shuffled values, not corrected
 *     for the number of voxels
 * @param calibration if it was asked for, what the shuffles say of the level of Simes' thresholds
 */
public record PermutedContrast(
        List<CorrectedMap> statistics,
        Optional<VoxelMap> untransformed,
        Optional<double[]> uncorrected,
        Optional<Calibration> calibration) {

    /** Without a calibration. */
    public PermutedContrast(
            List<CorrectedMap> statistics, Optional<VoxelMap> untransformed, Optional<double[]> uncorrected) {
        this(statistics, untransformed, uncorrected, Optional.empty());
    }
}
