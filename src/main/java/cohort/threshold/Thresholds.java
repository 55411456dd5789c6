package cohort.threshold;

import cohort.InputException;
import cohort.mask.Mask;
import cohort.threshold.rule.AllResolutions;
import cohort.threshold.rule.Bonferroni;
import cohort.threshold.rule.FalseDiscoveryRate;
import cohort.threshold.rule.FalsePositiveRate;
import cohort.threshold.rule.GivenLevel;
import cohort.threshold.rule.TestedMap;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdRule;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Decides which voxels of a map to show. */
public final class Thresholds {
    private static final List<ThresholdRule> RULES = List.of(
            new FalsePositiveRate(),
            new FalseDiscoveryRate(),
            new Bonferroni(),
            AllResolutions.DEFAULT,
            new GivenLevel(0));

    private Thresholds() {}

    /** The spellings of the rules. */
    public static List<String> controls() {
        return RULES.stream().map(ThresholdRule::spelling).toList();
    }

    /**
     * Keeps the voxels that pass a rule and lie in a cluster that is large enough. Values that are not finite are not
     * tested and are 0 in the result.
     *
     * @param map a statistic
     * @param mask the voxels that are tested, on the grid of the map
     * @param statistic what the values of the map are; {@link Statistics#UNKNOWN} will do for a given level
     * @param control {@code fpr}, {@code fdr}, {@code bonferroni}, a number, or {@code ari} for the proportion of true
     *     positives (of clusters above 3, or above others as in {@code ari:2.5,3.5}); a number below 0 means the negative
     *     side
     * @param options error rate, sides, extent and connectivity
     * @return the map that is left
     * @throws InputException if the control is unknown or needs p where the values give none, map and mask differ in size or no voxel can be tested
     */
    public static ThresholdedMap apply(
            RandomAccessibleInterval<? extends RealType<?>> map,
            Mask mask,
            Statistic statistic,
            String control,
            ThresholdOptions options) {
        ThresholdRule rule = rule(control);
        if (rule.needsP() && statistic.withoutP().isPresent())
            throw new InputException("control: found " + control + " for a map of " + statistic.spelling() + ", but "
                    + statistic.withoutP().get() + ".");
        return rule.apply(TestedMap.of(map, mask, statistic), options.with(statistic.side(options.tail())));
    }

    /**
     * The usual error rate of a rule: 0.001 for {@code fpr}, which is not corrected for the number of voxels, 0.05
     * for others.
     *
     * @throws InputException if no rule is written so
     */
    public static double usualAlpha(String control) {
        return rule(control).usualAlpha();
    }

    /** @throws InputException if no rule is written so */
    static ThresholdRule rule(String control) {
        return RULES.stream()
                .map(rule -> rule.parse(control))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "control: found " + control + ", expected " + String.join(", ", controls()) + "."));
    }

    /**
     * Adjusts p-values for the false discovery rate (Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B
     * 57:289): a test is a discovery at the rate q if its adjusted p is at most q.
     *
     * @param p the p-values
     * @return for each the smallest rate at which it is a discovery, at most 1
     */
    public static double[] adjusted(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] rates = new double[p.length];
        double least = 1;
        for (int k = p.length - 1; k >= 0; k--) {
            least = Math.min(least, sorted[k] * p.length / (k + 1));
            rates[k] = least;
        }
        return Arrays.stream(p)
                .map(value -> rates[Arrays.binarySearch(sorted, value)])
                .toArray();
    }
}
