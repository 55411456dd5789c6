package cohort.region.values;

import java.nio.file.Path;

/**
 * A number in a table.
 *
 * @param owner whose it is, as the table says: a subject, an image or a file
 * @param section what tells it from others of its owner and region, such as an image of a section; may be empty
 * @param region the region's name
 * @param value NaN where the cell is empty
 * @param file the table
 * @param where its place, for messages
 */
record Entry(String owner, String section, String region, double value, Path file, String where) {}
