package cohort.subjects;

/**
 * One subject and the map to analyse.
 *
 * @param id unique in the cohort
 * @param map where the map is stored
 */
public record Subject(String id, MapSource map) {}
