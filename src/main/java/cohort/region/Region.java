package cohort.region;

import java.util.OptionalInt;

/**
 * A region of an atlas.
 *
 * @param label its value in the image
 * @param name its name, unique in the atlas
 * @param abbreviation a short form; may be empty
 * @param parent the place, in the atlas' list, of the region that holds it
 */
public record Region(long label, String name, String abbreviation, OptionalInt parent) {}
