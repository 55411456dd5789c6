package cohort.permute;

import cohort.InputException;
import cohort.permute.nulls.Approximation;

/**
 * How p-values follow from shuffles.
 *
 * @param approximation what is fitted to the null distributions of maxima
 * @param uncorrected whether each voxel also gets an uncorrected p-value
 * @param stopAfter as soon as this many shuffles reach the observed maximum of every statistic, no more are made (Besag &
 *     Clifford 1991, Biometrika 78:301); 0 makes all
 */
public record EvidenceOptions(Approximation approximation, boolean uncorrected, int stopAfter) {
    /** All shuffles, p-values by counting, and corrected p-values only. */
    public static final EvidenceOptions COUNTED = new EvidenceOptions(Approximation.NONE, false, 0);

    /** @throws InputException if {@code stopAfter} is negative or does not go with the rest */
    public EvidenceOptions {
        if (stopAfter < 0)
            throw new InputException("stop_after: found " + stopAfter
                    + ", expected a number of permutations such as 20, or 0 to run all.");
        if (stopAfter > 0 && approximation != Approximation.NONE)
            throw new InputException("stop_after: found " + stopAfter + " together with approximation=" + approximation
                    + ", expected one or the other; a curve needs all permutations.");
        if (stopAfter > 0 && uncorrected)
            throw new InputException("stop_after: found " + stopAfter
                    + " together with uncorrected p-values, expected one or the other; these need all permutations.");
    }
}
