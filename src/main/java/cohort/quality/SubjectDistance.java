package cohort.quality;

import cohort.text.Numbers;

/**
 * How far a subject's map lies from those of the others.
 *
 * @param distance 1 on average if all maps are drawn alike; see {@link SubjectDistances}
 * @param score how unusual that is among the subjects: the modified z-score of log distance
 */
public record SubjectDistance(double distance, double score) {
    /** The score beyond which Iglewicz and Hoaglin call a value an outlier. */
    public static final double CUT = 3.5;

    /** Whether someone should look at the map: it is much farther from the others than they are, or much nearer. */
    public boolean isOutlier() {
        return Math.abs(score) > CUT;
    }

    /** What to tell of an outlier. */
    public String sentence(String id) {
        return id + " is " + Numbers.text(distance)
                + " times as far from the mean of the other maps as they are on average (score "
                + Numbers.text(score) + "); look at it.";
    }
}
