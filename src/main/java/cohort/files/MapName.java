package cohort.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a map among the files of results, after the BIDS Stats Models naming that nilearn's {@code save_glm_to_bids}
 * follows: {@code contrast-NAME_stat-STATISTIC_statmap.nii.gz}.
 *
 * @param contrast letters and digits
 * @param statistic letters and digits
 */
public record MapName(String contrast, String statistic) {
    private static final Pattern TITLE = Pattern.compile("contrast-([^/]+)_stat-([^/_]+)_statmap(\\.nii(?:\\.gz)?)?");

    /** The contrast and statistic of a file's name; nothing if it has another name. */
    public static Optional<MapName> ofFile(String name) {
        return of(name).filter(found -> name.contains(".nii"));
    }

    /** The contrast and statistic of a file's name or of the title of an image that was read from it. */
    public static Optional<MapName> of(String title) {
        Matcher matcher = TITLE.matcher(title);
        return matcher.matches() ? Optional.of(new MapName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The file's name. */
    public String file() {
        return "contrast-" + contrast + "_stat-" + statistic + "_statmap.nii.gz";
    }

    /** As the description in a header has it: the contrast and the statistic. */
    public String words() {
        return contrast + " " + statistic;
    }
}
