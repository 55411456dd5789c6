package cohort.threshold.statistic;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a map of evidence holds. */
public enum EvidenceForm {
    P {
        @Override
        double p(double value) {
            return value;
        }
    },
    LOGP {
        @Override
        double p(double value) {
            return Math.pow(10, -value);
        }
    },
    Z {
        @Override
        double p(double value) {
            return Double.isNaN(value) ? value : NormalDistribution.of(0, 1).survivalProbability(value);
        }
    };

    /** The one-sided p of a value, NaN for NaN. */
    abstract double p(double value);

    /** The one-sided p of each value, NaN for NaN. */
    public double[] p(double[] values) {
        return Arrays.stream(values).map(this::p).toArray();
    }

    /**
     * @param key {@code p}, {@code logp}, {@code z} or {@code auto}
     * @param title the map's, such as {@code contrast-intercept_stat-z_statmap} or {@code intercept z}
     * @throws InputException if the key is another one, or it is auto and the title does not tell
     */
    public static EvidenceForm of(String key, String title) {
        if (!key.equals("auto"))
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(key))
                    .findFirst()
                    .orElseThrow(() -> new InputException("values: found " + key + ", expected auto, p, logp or z."));
        return switch (Statistics.name(title).toLowerCase(Locale.ROOT)) {
            case "p" -> P;
            case "logp", "logpuncorrected" -> LOGP;
            case "z" -> Z;
            default ->
                throw new InputException("values: the name " + title
                        + " does not say whether the image holds uncorrected p, logp or z; give values=p, logp or z.");
        };
    }
}
