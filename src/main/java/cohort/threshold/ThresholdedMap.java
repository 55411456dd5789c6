package cohort.threshold;

import cohort.image.Volume;

/**
 * What a rule leaves of a map.
 *
 * @param map the values that are left, 0 elsewhere
 * @param level the least magnitude that is left; infinite if the rule rejects nothing
 * @param summary what was done and what is left, one sentence
 */
public record ThresholdedMap(Volume map, double level, String summary) {}
