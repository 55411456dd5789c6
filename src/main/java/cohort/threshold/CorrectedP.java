package cohort.threshold;

import cohort.image.Volume;

/**
 * Corrected p-values of one statistic at every voxel.
 *
 * @param column the name of the table's column, e.g. {@code p size}
 * @param logP -log10 p, on the grid of the statistic
 */
public record CorrectedP(String column, Volume logP) {

    /** The p at a voxel. */
    double at(Peak peak) {
        return Math.pow(10, -logP.voxels().getAt(peak.i(), peak.j(), peak.k()).getRealDouble());
    }
}
