package cohort.subjects;

import cohort.InputException;
import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import java.util.List;
import java.util.Locale;

/**
 * What a user says of the maps; the components are the keys of the commands.
 *
 * @param maps a table, a folder, a pattern, an image of several volumes, a list of files or open images
 * @param table the subjects' table, where {@code maps} is none; empty for none
 * @param volumes along which axis of one image the subjects stand
 * @param leaveOut ids and conditions, any of which leaves a subject out
 * @param reading how the files of maps and the open images are read
 * @param columns the columns of the table that name several maps of each subject; none for one map
 */
public record MapsRequest(
        String maps, String table, SubjectAxis volumes, String leaveOut, ReadingOptions reading, List<String> columns) {

    public MapsRequest {
        maps = maps.strip();
        table = table.strip();
        columns = List.copyOf(columns);
    }

    /** One map of each subject. */
    public MapsRequest(String maps, String table, SubjectAxis volumes, String leaveOut, ReadingOptions reading) {
        this(maps, table, volumes, leaveOut, reading, List.of());
    }

    /** The same with several maps of each subject, which columns of the table name. */
    public MapsRequest ofColumns(List<String> names) {
        return new MapsRequest(maps, table, volumes, leaveOut, reading, names);
    }

    /** Maps without a table of their own. */
    public static MapsRequest of(String maps, String leaveOut) {
        return new MapsRequest(maps, "", SubjectAxis.AUTO, leaveOut, ReadingOptions.NONE);
    }

    /**
     * Sees to it that the volumes of one image are not moments, unless the user says that they are subjects.
     *
     * @param image the image's name
     * @param n how many it has
     * @param notes its header's
     * @throws InputException if its fourth axis is time
     */
    public void requireNoTime(String image, int n, HeaderNotes notes) {
        double step = notes.timeStep();
        if (volumes != SubjectAxis.AUTO || n < 2 || !(step > 0)) return;
        throw new InputException(String.format(
                Locale.ROOT,
                "maps=%s has %d volumes, one every %s s according to its header, expected one volume per"
                        + " subject, not a time series; give volumes=subjects if they are subjects, or one map"
                        + " for each subject.",
                image,
                n,
                step == Math.rint(step) ? String.valueOf((long) step) : String.valueOf((float) step)));
    }
}
