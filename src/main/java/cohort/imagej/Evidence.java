package cohort.imagej;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What the values of a map say about p: which of them are shown at a threshold, and how that reads. */
enum Evidence {
    /** Standard normal: the farther from 0 the stronger. */
    Z(3.09) {
        @Override
        String words(double threshold) {
            return "p < " + p(NormalDistribution.of(0, 1).survivalProbability(threshold)) + " one-sided";
        }
    },
    /** −log10 of p. */
    LOGP(1.301) {
        @Override
        String words(double threshold) {
            return "p < " + p(Math.pow(10, -threshold));
        }
    },
    /** p itself: the smaller the stronger; 0 is outside the mask. */
    P(0.05) {
        @Override
        String lut(String given) {
            return "hot-reversed";
        }

        @Override
        double displayMax(double given) {
            return first();
        }

        @Override
        boolean shows(float value, double threshold) {
            return value > 0 && value <= threshold;
        }

        @Override
        double threshold(double part, double largest) {
            return Math.pow(10, -DECADES * part);
        }

        @Override
        double part(double threshold, double largest) {
            return -Math.log10(threshold) / DECADES;
        }

        @Override
        String words(double threshold) {
            return "p \u2264 " + p(threshold);
        }
    },
    /** Values that alone tell of no p: effects, variances, t and F, of which the degrees of freedom are not known. */
    UNKNOWN(0);

    private static final double DECADES = 6;

    private final double first;

    Evidence(double first) {
        this.first = first;
    }

    /** @param title an image's, such as {@code intercept z} or {@code contrast-intercept_stat-z_statmap.nii.gz} */
    static Evidence of(String title) {
        String statistic = title.replaceFirst("_statmap.*", "").replaceFirst("(?s).*(stat-| )", "");
        if (statistic.toLowerCase(Locale.ROOT).startsWith("logp")) return LOGP;
        return statistic.equalsIgnoreCase("z") ? Z : statistic.equalsIgnoreCase("p") ? P : UNKNOWN;
    }

    /** The threshold to begin with: p &lt; 0.001 for z, p &lt; 0.05 for p and −log10 p, otherwise one that hides nothing. */
    double first() {
        return first;
    }

    /** The colours, so that strong voxels are bright. */
    String lut(String given) {
        return given;
    }

    /** The value that takes the last colour, for a map of this largest value. */
    double displayMax(double given) {
        return given;
    }

    /** Whether a voxel passes a threshold, on either side of 0; 0 and NaN never do. */
    boolean shows(float value, double threshold) {
        return value != 0 && Math.abs(value) >= threshold;
    }

    /**
     * The threshold at a part of the way from the one that shows all to the one that shows next to nothing.
     *
     * @param part 0 to 1
     * @param largest the map's greatest magnitude
     */
    double threshold(double part, double largest) {
        return part * largest;
    }

    /** {@link #threshold} the other way round; may lie outside 0 to 1. */
    double part(double threshold, double largest) {
        return largest == 0 ? 0 : threshold / largest;
    }

    /** What the threshold means, or an empty text if that is not known. */
    String words(double threshold) {
        return "";
    }

    private static String p(double p) {
        return BigDecimal.valueOf(p)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toString();
    }
}
