package cohort.threshold;

import cohort.InputException;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The threshold of a figure: a number, or an error rate from which the number of a map follows.
 *
 * @param text as the user wrote it
 * @param number the threshold; 0 where an error rate is given
 * @param control the rule of the error rate; nothing for a number
 * @param alpha the error rate, both sides together if both count
 */
public record ShownLevel(String text, double number, Optional<String> control, double alpha) {
    private static final Pattern RATE = Pattern.compile("(p|fdr)\\s*[<=]?\\s*(0?\\.\\d+|\\d+(?:\\.\\d+)?[eE]-\\d+)");
    private static final int CONNECTIVITY = 26;

    /** @throws InputException if it is neither a number nor such as {@code p0.001} or {@code fdr0.05} */
    public static ShownLevel parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) return new ShownLevel(stripped, 0, Optional.empty(), 0);
        if (Table.isNumber(stripped))
            return new ShownLevel(stripped, Double.parseDouble(stripped), Optional.empty(), 0);
        Matcher rate = RATE.matcher(stripped);
        if (!rate.matches())
            throw new InputException("threshold: found " + text
                    + ", expected a number such as 3.1, an uncorrected p such as p0.001, or a false discovery rate such as"
                    + " fdr0.05.");
        return new ShownLevel(
                stripped, 0, Optional.of(rate.group(1).equals("p") ? "fpr" : "fdr"), Double.parseDouble(rate.group(2)));
    }

    /**
     * A threshold in a map.
     *
     * @param value values v with |v| up to it are hidden
     * @param sentence how it was found; empty for a number
     */
    public record Found(double value, String sentence) {}

    /** Whether the map must say what its values are. */
    public boolean isRate() {
        return control.isPresent();
    }

    /**
     * The threshold of a map.
     *
     * @param title the map's
     * @param map the values
     * @param mask the voxels that are tested
     * @param statistic what the values are
     * @param tail the side or sides that count
     * @throws InputException if an error rate is given and the values give no p, or small ones speak against the null
     *     hypothesis
     */
    public Found in(String title, Volume map, Mask mask, Statistic statistic, Tail tail) {
        if (control.isEmpty()) return new Found(number, "");
        if (statistic.withoutP().isPresent())
            throw new InputException("threshold: found " + text + " for " + title + ", but "
                    + statistic.withoutP().get() + ".");
        if (statistic.isDescending())
            throw new InputException("threshold: found " + text + " for " + title
                    + ", a map of p, whose large values would be shown; give the map of logp.");
        ThresholdOptions options = new ThresholdOptions(alpha, statistic.side(tail), ClusterExtent.NONE, CONNECTIVITY);
        ThresholdedMap left = Thresholds.apply(map.voxels(), mask, statistic, control.get(), options);
        String sentence = title + " (" + statistic.spelling() + "), " + text + ": " + left.summary();
        boolean any = left.level() < Double.POSITIVE_INFINITY;
        return new Found(any ? Math.nextDown(left.level()) : farthest(map), sentence);
    }

    /** Where nothing passes, nothing is beyond the farthest value. */
    private static double farthest(Volume map) {
        double most = 0;
        for (double value : map.values()) if (Double.isFinite(value)) most = Math.max(most, Math.abs(value));
        return most;
    }
}
