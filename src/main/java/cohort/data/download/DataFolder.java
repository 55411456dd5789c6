package cohort.data.download;

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

/** Finds the folder of a data set where nilearn looks for it, so that a download made by either serves both. */
public final class DataFolder {
    private static final List<String> VARIABLES = List.of("NILEARN_SHARED_DATA", "NILEARN_DATA");
    private static final String HOME = "nilearn_data";

    private DataFolder() {}

    /**
     * The folder of a name in the first of the roots that has it; otherwise it is made in the first root that permits.
     *
     * @param name of the folder
     * @param what it holds, for the message, e.g. {@code the localizer's data}
     * @param roots in which it may lie
     * @throws InputException if it is nowhere and can be made nowhere
     */
    public static Path find(String name, String what, List<Path> roots) {
        for (Path root : roots) if (Files.isDirectory(root.resolve(name))) return real(root.resolve(name));
        for (Path root : roots) {
            try {
                return real(Files.createDirectories(root.resolve(name)));
            } catch (IOException e) { // tried elsewhere
                continue;
            }
        }
        throw new InputException("The folder " + name + " for " + what + " cannot be created in any of "
                + roots.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; give a folder that can be written.");
    }

    /**
     * The folders in which nilearn looks for data.
     *
     * @param given the only one, if the user named one
     * @param environment variables of the process; those that name roots may name several
     * @param home the user's home folder
     */
    public static List<Path> roots(Optional<Path> given, Map<String, String> environment, Path home) {
        return given.map(List::of).orElseGet(() -> {
            List<Path> roots = new ArrayList<>();
            for (String variable : VARIABLES)
                for (String root : environment.getOrDefault(variable, "").split(File.pathSeparator))
                    if (!root.isBlank()) roots.add(Path.of(root));
            roots.add(home.resolve(HOME));
            return List.copyOf(roots);
        });
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InputException(folder + " cannot be opened; give another folder.", e);
        }
    }
}
