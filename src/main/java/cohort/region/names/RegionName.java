package cohort.region.names;

import java.util.OptionalLong;

/**
 * What a label is called.
 *
 * @param label the value in the image, 0 or above
 * @param name as users write it, not empty
 * @param abbreviation a short form; may be empty
 * @param parent the label of the region that holds this one; nothing for none
 */
public record RegionName(long label, String name, String abbreviation, OptionalLong parent) {

    /** A name alone. */
    static RegionName of(long label, String name) {
        return new RegionName(label, name, "", OptionalLong.empty());
    }
}
