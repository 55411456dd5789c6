package cohort.permute.several;

import cohort.InputException;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.TailP;
import cohort.text.Reference;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the p of several maps become one number, which grows with the evidence (Winkler et al. 2016, Human Brain Mapping 37:1486,
 * Table 1).
 */
public enum Combination {
    /** −log10 of the least p. */
    TIPPETT("Tippett's method, the smallest p of the maps", Reference.TIPPETT_1931) {
        @Override
        double part(TailP p, ContinuousDistribution distribution, double evidence) {
            return -Math.log10(p.p(distribution, evidence)) + 0.0;
        }

        @Override
        double together(double[] parts) {
            double most = parts[0];
            for (double part : parts) most = Math.max(most, part);
            return most;
        }

        @Override
        public double level(double p, int maps) {
            return -Math.log10(-Math.expm1(Math.log1p(-p) / maps));
        }
    },
    /** −2 times the sum of the logarithms of the p. */
    FISHER("Fisher's method, −2 times the sum of the logarithms of the maps' p-values", Reference.FISHER_1932) {
        @Override
        double part(TailP p, ContinuousDistribution distribution, double evidence) {
            return -2 * Math.log(p.p(distribution, evidence)) + 0.0;
        }

        @Override
        double together(double[] parts) {
            double sum = 0;
            for (double part : parts) sum += part;
            return sum;
        }

        @Override
        public double level(double p, int maps) {
            return ChiSquaredDistribution.of(2.0 * maps).inverseSurvivalProbability(p);
        }
    },
    /** The sum of the z of the p over the root of their number. */
    STOUFFER(
            "Stouffer's method, the sum of the z-scores of the maps' p-values divided by the square root of"
                    + " their number",
            Reference.STOUFFER_1949) {
        @Override
        double part(TailP p, ContinuousDistribution distribution, double evidence) {
            return p.z(distribution, evidence);
        }

        @Override
        double together(double[] parts) {
            double sum = 0;
            for (double part : parts) sum += part;
            return sum / Math.sqrt(parts.length);
        }

        @Override
        public double level(double p, int maps) {
            return NormalDistribution.of(0, 1).inverseSurvivalProbability(p);
        }
    };

    private final String words;
    private final Reference work;

    Combination(String words, Reference work) {
        this.words = words;
        this.work = work;
    }

    /** @throws InputException if the name is none of {@code tippett}, {@code fisher}, {@code stouffer} */
    public static Combination of(String name) {
        for (Combination one : values()) if (one.toString().equals(name)) return one;
        throw new InputException("npc: found " + name + ", expected none, "
                + Arrays.stream(values()).map(Combination::toString).collect(Collectors.joining(", ")) + ".");
    }

    /** What a map's evidence contributes; it does not fall as the evidence grows. */
    abstract double part(TailP p, ContinuousDistribution distribution, double evidence);

    /** What the contributions of all maps make; it does not fall as one of them grows. */
    abstract double together(double[] parts);

    /**
     * The number that is exceeded with a probability of p if no map has an effect and the maps are independent of each other: what
     * forms clusters at p.
     */
    public abstract double level(double p, int maps);

    StatisticInfo info() {
        return StatisticInfo.ofVoxel(toString(), false, false, words, List.of(work, Reference.WINKLER_COMBINATION_2016))
                .called(symbol(), title(), "maximum " + symbol());
    }

    /** What a value is in sentences, e.g. {@code Fisher statistic}. */
    public String symbol() {
        return Words.sentence(toString()) + " statistic";
    }

    /** The same above figures and tables. */
    public String title() {
        return "Combined maps (" + symbol() + ")";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
