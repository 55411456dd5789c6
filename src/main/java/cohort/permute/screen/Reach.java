package cohort.permute.screen;

/**
 * A statistic that is known by squared inner products of unit vectors: b² of the data with the effect, a² with the nuisance that is
 * shuffled. It grows with |b| / √(1 − a²), or is bounded by what does.
 */
public interface Reach {

    /** Columns of the effect. */
    int effects();

    /** Whether it has the sign of its single inner product b, or else none. */
    boolean isSigned();

    /**
     * What |b| / √(1 − a²) must exceed for the statistic to exceed a level.
     *
     * @return −1 to 1, growing with the level
     */
    double reach(double level);

    /**
     * What |b| / √(1 − a²) of one voxel must exceed for its statistic to exceed that of another.
     *
     * @param reach |b| / √(1 − a²) of the other
     */
    default double rival(double reach) {
        return reach;
    }
}
