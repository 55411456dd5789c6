package cohort.subjects;

/**
 * One subject and the map to analyse.
 *
 * @param id unique in the cohort
 * @param map where the map is stored, or the values in its place
 */
public record Subject(String id, MapSource map) {}
