package cohort.analysis;

import cohort.image.ReadingOptions;
import cohort.mask.MissingPolicy;
import cohort.memory.Storage;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.util.Map;

/**
 * Which contrast map of each subject is asked for: the components are the keys of <em>Within-Subject Maps</em> in macros, with
 * the same values.
 *
 * @param maps a table, folder, pattern, 4D file or the titles of open images
 * @param table the subjects' table where {@code maps} is none; empty for none
 * @param volumes {@code auto}, {@code subjects} or {@code slices}: along which axis of one image the subjects stand
 * @param channel which channel of maps that have several, from 1; 0 for maps without channels
 * @param leave_out ids and conditions of those who take no part; empty for nobody
 * @param resample {@code no}, or an interpolation, or one with a colon and an image whose grid is wanted
 * @param memory {@code auto}, {@code heap} or {@code disk}: where the values of all maps live
 * @param scratch the folder that takes temporary files; empty for the system's
 * @param model a formula over the table's columns that tells whose map each is
 * @param contrast one contrast of one row
 * @param missing {@code exclude}, {@code exclude-zeros} or {@code zero}
 * @param output the folder that takes the maps
 */
public record SubjectMapSettings(
        String maps,
        String table,
        String volumes,
        int channel,
        String leave_out,
        String resample,
        String memory,
        String scratch,
        String model,
        String contrast,
        String missing,
        String output) {
    /** The contrast of no maps yet. */
    public static final SubjectMapSettings DEFAULT =
            new SubjectMapSettings("", "", "auto", 0, "", "no", "auto", "", "", "", "exclude", "");

    /** @throws cohort.InputException if a value is none of those that its key takes, whatever the data */
    public SubjectMapSettings {
        MissingPolicy.whole(missing, "a contrast within subjects takes");
        SubjectAxis.of(volumes);
        new ReadingOptions(channel);
        Storage.place(memory);
    }

    /**
     * Where the maps shall live.
     *
     * @throws cohort.InputException if {@code scratch} is no folder
     */
    Storage storage() {
        return Storage.of(memory, scratch);
    }

    /** Which maps are asked for. */
    MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }

    /**
     * The defaults with these values.
     *
     * @param values by key
     * @throws cohort.InputException if there is no such key, or a value is not as its key takes it
     */
    public static SubjectMapSettings of(Map<String, ?> values) {
        return SettingKeys.with(DEFAULT, values);
    }

    /** Every key with its value as text. */
    public Map<String, String> values() {
        return SettingKeys.values(this);
    }
}
