package cohort.permute.screen;

/**
 * A statistic that is known by squared inner products of unit vectors: b² of the data with the effect, a² with the nuisance that is
 * shuffled. It grows with |b| / √(1 − a²).
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
}
