package cohort.threshold.rule;

import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.permute.nulls.Tail;
import cohort.threshold.statistic.Statistic;

/**
 * What a rule leaves of a map.
 *
 * @param map the values that are left, 0 elsewhere
 * @param statistic what these values are
 * @param level the least magnitude that is left, of a map of p the greatest; infinite if the rule rejects nothing
 * @param tail the side or sides that counted
 * @param summary what was done and what is left, one sentence
 */
public record ThresholdedMap(Volume map, Statistic statistic, double level, Tail tail, String summary) {

    /**
     * The header of the map, which says what it is and how it was cut.
     *
     * @param control the rule
     * @param alpha its error rate
     */
    public HeaderNotes header(String control, double alpha) {
        return statistic.header(
                new AppliedThreshold(control, alpha, level, tail).description(), statistic.intentName());
    }
}
