package cohort.report;

/**
 * A subject of a run.
 *
 * @param id the subject's name
 * @param map the file of the subject's map, or what else it is
 * @param volume which volume of the file, from 0
 */
public record AnalysedSubject(String id, String map, int volume) {}
