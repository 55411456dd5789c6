package cohort.analysis.record;

import cohort.permute.nulls.NullDistribution;
import cohort.permute.statistic.Calibration;

/**
 * What the permutations of a run say of the level of Simes' thresholds.
 *
 * @param tests number of voxels tested
 * @param shift how many of the first thresholds are 0
 * @param observed −log10 of the level of the observed labelling
 * @param lambda the level with which bounds on true discoveries hold with confidence 95 %
 */
public record CalibratedLevel(int tests, int shift, double observed, double lambda) {

    static CalibratedLevel of(Calibration calibration) {
        return new CalibratedLevel(
                calibration.tests(),
                calibration.shift(),
                calibration.observed(),
                calibration.at(TestedStatistic.ALPHA).level());
    }

    /**
     * What it was made of.
     *
     * @param nulls −log10 of the level of each permutation
     */
    public Calibration with(NullDistribution nulls) {
        return new Calibration(tests, shift, observed, nulls);
    }
}
