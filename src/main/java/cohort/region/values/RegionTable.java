package cohort.region.values;

import cohort.subjects.Cohort;
import java.util.List;

/**
 * One number per subject and region.
 *
 * @param cohort the subjects, whose values stand in tables
 * @param regions the names of the regions, each once
 * @param values subjects x regions; NaN where there is none
 */
public record RegionTable(Cohort cohort, List<String> regions, double[][] values) {}
