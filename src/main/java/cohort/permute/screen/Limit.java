package cohort.permute.screen;

import cohort.permute.tile.FloatTile;

/**
 * What must be left of a voxel's data, 1 − a² − b², for its statistic not to exceed a level: with κ the square of what {@link
 * Reach#reach} says of the level, ρ b² with ρ = (1 − κ) / κ. With b off by at most e this is at most ρ (1 + η) b² + ρ (1 + 1 / η)
 * e², whatever η.
 *
 * @param factor of b²
 * @param constant what comes on top
 */
record Limit(double factor, double constant) {
    /** η. */
    private static final double SPREAD = 1e-3;
    /** What rounding in double precision may amount to, and the comparison itself in single precision, which is relative. */
    private static final double SLACK = 1e-9, RELATIVE = 1e-6;
    /** The greatest ρ: products with it stay finite. */
    private static final double GREATEST = 1e12;

    /**
     * @param reach of the level, above 0
     * @param effects columns of the effect, of whose squares b² is the sum
     */
    static Limit of(double reach, int effects, RestBound rest) {
        double rho = Math.min(GREATEST, (1 - reach * reach) / (reach * reach)), error = rest.effectError();
        return new Limit(
                rho * (1 + SPREAD) * (1 + (effects + 8) * 2 * FloatTile.ROUNDING),
                (rho * (1 + 1 / SPREAD) * error * error + rest.error() + SLACK + 4 * FloatTile.ROUNDING)
                        * (1 + RELATIVE));
    }

    /** Whether so much is left that the voxel does not matter. */
    boolean isMet(double left, double squaredEffect) {
        return left >= factor * squaredEffect + constant;
    }
}
