package cohort.imagej.map;

import cohort.analysis.record.MapOrigin;
import cohort.image.HeaderNotes;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import cohort.threshold.rule.AppliedThreshold;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the values of a map say about p: which of them are shown at a threshold, and how that reads.
 *
 * @param statistic what the values are
 * @param tail the side or sides that its test counted, if that is known
 * @param forming the threshold at which its test formed clusters, if it did
 * @param cut the threshold that was laid on it, if one was
 */
record ShownEvidence(Statistic statistic, Optional<Tail> tail, OptionalDouble forming, Optional<AppliedThreshold> cut) {
    /** Values that alone tell of no p, such as effects and variances. */
    static final ShownEvidence UNKNOWN =
            new ShownEvidence(Statistics.UNKNOWN, Optional.empty(), OptionalDouble.empty(), Optional.empty());

    private static final double DECADES = 6, UNCORRECTED = 0.001, CORRECTED = 0.05;

    /**
     * What is known of a map.
     *
     * @param title an image's, such as {@code intercept z}
     * @param notes its header's
     */
    static ShownEvidence of(String title, HeaderNotes notes) {
        MapOrigin origin = MapOrigin.of(Optional.empty(), title, notes);
        return new ShownEvidence(
                origin.statistic(), origin.tail(), origin.forming(), AppliedThreshold.parse(notes.description()));
    }

    /**
     * The threshold to begin with: that which was laid on the map, or at which its test formed clusters; p &lt; 0.05 for
     * p and −log10 p, p &lt; 0.001 on the sides that were tested for others; one that hides nothing where there is no p.
     */
    double first() {
        if (level().isPresent()) return level().getAsDouble();
        if (forming.isPresent()) return forming.getAsDouble();
        if (statistic.isP()) return statistic.valueOf(statistic.evidence(CORRECTED));
        return statistic.withoutP().isPresent() ? 0 : statistic.evidence(UNCORRECTED, side());
    }

    private OptionalDouble level() {
        return cut.stream()
                .mapToDouble(AppliedThreshold::level)
                .filter(Double::isFinite)
                .findFirst();
    }

    /** One side where it is not known which were tested. */
    private Tail side() {
        return statistic.isSigned() ? tail.orElse(Tail.POSITIVE) : Tail.POSITIVE;
    }

    /** The colours, so that strong voxels are bright. */
    String lut(String given) {
        return statistic.isDescending() ? "hot-reversed" : given;
    }

    /** The value that takes the last colour, for a map of this largest value. */
    double displayMax(double given) {
        return statistic.isDescending() ? CORRECTED : given;
    }

    /** Whether a voxel passes a threshold, on either side of 0; 0 and NaN never do. */
    boolean shows(float value, double threshold) {
        if (statistic.isDescending()) return value > 0 && value <= threshold;
        return value != 0 && Math.abs(value) >= threshold;
    }

    /** Whether a value speaks more against the null hypothesis than another, whatever their signs. */
    boolean isStronger(float value, float than) {
        return statistic.isDescending() ? value < than : Math.abs(value) > Math.abs(than);
    }

    /** The p that a voxel of a map of −log10 p has, such as {@code p = 0.0012}; an empty text for other maps and outside. */
    String pOf(double value) {
        boolean tells = statistic.isP() && !statistic.isDescending() && Double.isFinite(value) && value != 0;
        return tells ? Words.pIs(statistic.p(Math.abs(value))) : "";
    }

    /**
     * The threshold at a part of the way from the one that shows all to the one that shows next to nothing.
     *
     * @param part 0 to 1
     * @param largest the map's greatest magnitude
     */
    double threshold(double part, double largest) {
        return statistic.isDescending() ? Math.pow(10, -DECADES * part) : part * largest;
    }

    /** {@link #threshold} the other way round; may lie outside 0 to 1. */
    double part(double threshold, double largest) {
        if (statistic.isDescending()) return -Math.log10(threshold) / DECADES;
        return largest == 0 ? 0 : threshold / largest;
    }

    /** What the threshold means, or an empty text if that is not known; below a level that was laid on, that level. */
    String words(double threshold) {
        if (statistic.isDescending()) return "p \u2264 " + shortly(Math.min(threshold, level().orElse(1)));
        double shown = Math.max(threshold, level().orElse(0));
        if (statistic.isP()) return "p < " + shortly(statistic.p(shown));
        if (statistic.withoutP().isPresent()) return "";
        String sides = !statistic.isSigned() ? "" : side() == Tail.BOTH ? " two-sided" : " one-sided";
        return "p < " + shortly(statistic.p(shown, side())) + sides;
    }

    /** What was done with the map before: the statistic, and the rule that cut it or how it was tested. */
    String history() {
        String tested = tail.map(side -> side == Tail.BOTH ? "two-sided" : side + " side")
                .filter(text -> statistic.isSigned())
                .orElse("");
        String how = cut.map(AppliedThreshold::words).orElse(tested);
        String formed = forming.isPresent() && cut.isEmpty()
                ? ", clusters above " + Words.digits(forming.getAsDouble(), 5)
                : "";
        if (statistic == Statistics.UNKNOWN) return how;
        return (statistic.isP() ? statistic.symbol(new double[0]) : statistic.spelling())
                + (how.isEmpty() ? "" : "; " + how)
                + formed;
    }

    /** As short as it was given. */
    private static String shortly(double p) {
        return Words.digits(p, 2);
    }
}
