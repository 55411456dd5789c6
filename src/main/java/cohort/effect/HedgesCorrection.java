package cohort.effect;

import org.apache.commons.math3.special.Gamma;

/** What takes the bias from Cohen's d (Hedges 1981, Journal of Educational Statistics 6:107, equation 6e). */
final class HedgesCorrection {
    /** With fewer degrees of freedom d has no mean. */
    static final int FEWEST = 2;

    private HedgesCorrection() {}

    /** @param degreesOfFreedom of the standard deviation, above 1 */
    static double of(double degreesOfFreedom) {
        return Math.exp(Gamma.logGamma(degreesOfFreedom / 2) - Gamma.logGamma((degreesOfFreedom - 1) / 2))
                / Math.sqrt(degreesOfFreedom / 2);
    }
}
