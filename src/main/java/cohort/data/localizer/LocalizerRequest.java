package cohort.data.localizer;

import cohort.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What to fetch of the localizer.
 *
 * @param contrast a contrast by any of its names, e.g. {@code left vs right button press}
 * @param subjects a number for the first subjects, a list such as {@code 1,3,5-8} or {@code S01,S05}, or empty for all
 * @param tstats whether the contrast's t maps too
 * @param masks whether each subject's mask too
 * @param anats whether each subject's anatomical image too
 * @param folder the folder that has or takes {@code brainomics_localizer}; by default as {@link Localizer} says
 * @param table the file that takes the cohort's table; by default beside the data
 * @param server where the archive is, http or https
 */
public record LocalizerRequest(
        String contrast,
        String subjects,
        boolean tstats,
        boolean masks,
        boolean anats,
        Optional<Path> folder,
        Optional<Path> table,
        URI server) {

    /** The system property that names another server than the archive's own, e.g. a mirror. */
    public static final String SERVER = "cohort.localizer.url";

    private static final String ARCHIVE = "https://osf.io";

    /** @throws InputException if the server is no address of the web */
    public LocalizerRequest {
        String address = server.toString();
        if (server.getHost() == null || !address.matches("(?i)https?://.*"))
            throw new InputException("The localizer's server is " + address
                    + ", expected an address that begins with http:// or https://; correct the property " + SERVER
                    + ".");
        server = URI.create(address.replaceFirst("/+$", ""));
    }

    /** The effect maps of a contrast in the usual folder, from the usual server. */
    public static LocalizerRequest of(String contrast, String subjects) {
        return new LocalizerRequest(
                contrast, subjects, false, false, false, Optional.empty(), Optional.empty(), usualServer());
    }

    /**
     * The archive at the Open Science Framework, or what the system property {@value #SERVER} names.
     *
     * @throws InputException if the property is no address
     */
    public static URI usualServer() {
        String address = System.getProperty(SERVER, ARCHIVE);
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "The property " + SERVER + " is " + address + ", expected an address such as " + ARCHIVE + ".", e);
        }
    }

    /** The images asked for; the effect always is. */
    Set<LocalizerItem> items() {
        Set<LocalizerItem> items = EnumSet.of(LocalizerItem.EFFECT);
        if (tstats) items.add(LocalizerItem.T);
        if (masks) items.add(LocalizerItem.MASK);
        if (anats) items.add(LocalizerItem.ANATOMY);
        return items;
    }
}
