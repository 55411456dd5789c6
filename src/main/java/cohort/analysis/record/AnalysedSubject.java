package cohort.analysis.record;

/**
 * A map of a run.
 *
 * @param id its name in the table: the subject's, if each has one map
 * @param map the file, or what else it is
 * @param volume which volume of the file, or which slice if these are the subjects, from 0
 * @param subject the number of the subject whose map it is, from 1, as far as the model or the table tells
 */
public record AnalysedSubject(String id, String map, int volume, int subject) {}
