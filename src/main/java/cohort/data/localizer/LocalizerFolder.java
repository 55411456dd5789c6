package cohort.data.localizer;

import cohort.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the folder of the data set where nilearn looks for it, so that a download made by either serves both.
 */
public final class LocalizerFolder {
    private static final String NAME = "brainomics_localizer";
    private static final List<String> VARIABLES = List.of("NILEARN_SHARED_DATA", "NILEARN_DATA");
    private static final String HOME = "nilearn_data";

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
        List<Path> roots = given.map(List::of).orElseGet(() -> roots(environment, home));
        for (Path root : roots) if (Files.isDirectory(root.resolve(NAME))) return real(root.resolve(NAME));
        for (Path root : roots) {
            try {
                return real(Files.createDirectories(root.resolve(NAME)));
            } catch (IOException e) { // tried elsewhere
                continue;
            }
        }
        throw new InputException("The folder " + NAME + " for the localizer's data can be made in none of "
                + roots.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; give a folder that can be written.");
    }

    private static List<Path> roots(Map<String, String> environment, Path home) {
        List<Path> roots = new ArrayList<>();
        for (String variable : VARIABLES)
            for (String root : environment.getOrDefault(variable, "").split(File.pathSeparator))
                if (!root.isBlank()) roots.add(Path.of(root));
        roots.add(home.resolve(HOME));
        return roots;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InputException(folder + " cannot be opened; give another folder.", e);
        }
    }
}
