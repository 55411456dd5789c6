package cohort.subjects;

/**
 * A file that lies where the maps were looked for and is none of them.
 *
 * @param file its path
 * @param reason why it was not taken, to be read after "since it is" or behind a colon
 */
public record PassedOver(String file, String reason) {}
