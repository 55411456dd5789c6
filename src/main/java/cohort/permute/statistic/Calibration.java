package cohort.permute.statistic;

import cohort.permute.nulls.NullDistribution;
import java.util.Arrays;

/**
 * What the shuffles say of the level of Simes' thresholds (Blanchard, Neuvial &amp; Roquain 2020, Annals of Statistics 48:1281,
 * section 4; Andreella et al. 2023, Statistics in Medicine 42:2311, algorithm 1). The level of one labelling is the greatest with
 * which no p is below its threshold: the least of p(u) (tests - shift) / (u - shift) over the p in ascending order; without a shift
 * it is Simes' p of the image.
 *
 * @param tests number of voxels tested
 * @param shift how many of the first thresholds are 0
 * @param observed −log10 of the level of the unshuffled labelling
 * @param nulls −log10 of the level of each shuffle, the unshuffled labelling not among them
 */
public record Calibration(int tests, int shift, double observed, NullDistribution nulls) {
    /** More than p loses when its statistic is written in single precision, or summed in another order. */
    private static final double ROUNDING = 1e-5;

    /**
     * The thresholds that hold with confidence 1 - alpha: of all levels, that of the unshuffled labelling among them, no more
     * than the share alpha is less than that of these. It is taken a hundred-thousandth lower, so that rounding breaks no tie.
     *
     * @param alpha the error rate of all bounds together, between 0 and 1
     */
    public SimesTemplate at(double alpha) {
        double[] all = Arrays.copyOf(nulls.maxima(), nulls.size() + 1);
        all[nulls.size()] = observed;
        Arrays.sort(all);
        int less = (int) Math.floor(alpha * all.length + 1e-9);
        double level = Math.pow(10, -all[all.length - 1 - less]);
        return new SimesTemplate(tests, shift, level * (1 - ROUNDING));
    }
}
