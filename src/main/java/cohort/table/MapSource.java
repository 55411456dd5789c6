package cohort.table;

import java.nio.file.Path;

/**
 * Where a subject's map is stored.
 *
 * @param file an image file, absolute
 * @param volume which volume of a 4D file, from 0; 0 in a 3D file
 */
public record MapSource(Path file, int volume) {}
