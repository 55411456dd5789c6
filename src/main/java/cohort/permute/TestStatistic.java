package cohort.permute;

/**
 * The statistic of a voxel as a function of inner products of unit vectors: b² of the data with the effect's columns
 * (summed), a² with the columns of the nuisance that a shuffle moves (summed).
 *
 * @param effects columns of the effect: 1 for t, more for F
 * @param degreesOfFreedom of the residuals
 */
record TestStatistic(int effects, int degreesOfFreedom) {
    /** The least 1 - r² that a statistic is divided by; r² = 1 up to rounding. */
    private static final double LEAST = 1e-16;

    /** {@code t} or {@code F}. */
    String name() {
        return isSigned() ? "t" : "F";
    }

    /** Whether it is t, which has two sides. */
    boolean isSigned() {
        return effects == 1;
    }

    /** t of a single inner product b: b sqrt(dof / (1 - a² - b²)). */
    double t(double b, double squaredNuisance) {
        double rest = Math.max(LEAST, 1 - squaredNuisance - b * b);
        return b * Math.sqrt(degreesOfFreedom / rest);
    }

    /** F: (b² / effects) / ((1 - a² - b²) / dof). */
    double f(double squaredEffect, double squaredNuisance) {
        double rest = Math.max(LEAST, 1 - squaredNuisance - squaredEffect);
        return squaredEffect / effects * (degreesOfFreedom / rest);
    }

    /** What b / sqrt(1 - a²) must exceed for the statistic to exceed a level; -1 to 1, growing with the level. */
    double reach(double level) {
        if (Double.isInfinite(level)) return Math.signum(level);
        if (isSigned()) return level / Math.sqrt(degreesOfFreedom + level * level);
        return level <= 0 ? -1 : Math.sqrt(level * effects / (degreesOfFreedom + level * effects));
    }
}
