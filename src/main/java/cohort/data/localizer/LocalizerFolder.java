package cohort.data.localizer;

import cohort.InputException;
import cohort.data.download.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the folder of the data set where nilearn looks for it, so that a download made by either serves both.
 */
public final class LocalizerFolder {
    private static final String NAME = "brainomics_localizer";

    private LocalizerFolder() {}

    /**
     * The folder {@code brainomics_localizer} in the first of the roots that has it; otherwise it is made in the first
     * root that permits.
     *
     * @param given the only root, if the user named one
     * @param environment variables of the process; those that name roots may name several
     * @param home the user's home folder
     * @throws InputException if it is nowhere and can be made nowhere
     */
    public static Path find(Optional<Path> given, Map<String, String> environment, Path home) {
        return DataFolder.find(NAME, "the localizer's data", DataFolder.roots(given, environment, home));
    }
}
