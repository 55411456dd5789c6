package cohort.threshold;

import cohort.image.Volume;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;
import java.util.OptionalDouble;

/**
 * Corrected p-values of one statistic at every voxel.
 *
 * <p>A peak on a side that was not tested has none.
 *
 * @param column the name of the table's column, e.g. {@code p size}
 * @param logP -log10 p, on the grid of the statistic; it may have the sign of the effect
 * @param tail the side or sides that were tested
 */
public record CorrectedP(String column, Volume logP, Tail tail) {

    /** The same for the peaks of a statistic: where its sign tells no side, all peaks are of a side that was tested. */
    public CorrectedP at(Statistic statistic) {
        return statistic.tellsSide() ? this : new CorrectedP(column, logP, Tail.BOTH);
    }

    /** The p at a peak; nothing if its side was not tested. */
    OptionalDouble at(Peak peak) {
        if (!isTested(peak)) return OptionalDouble.empty();
        double height = logP.voxels().getAt(peak.i(), peak.j(), peak.k()).getRealDouble();
        return OptionalDouble.of(Math.pow(10, -Math.abs(height)));
    }

    /** Whether a peak lies on a side that was tested. */
    boolean isTested(Peak peak) {
        return tail.evidence(peak.statistic()) >= 0;
    }
}
