package cohort.subjects.found;

import cohort.InputException;
import cohort.folder.RunFolder;
import cohort.image.HeaderNotes;
import cohort.image.format.VolumeFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the images that this program wrote: by the record of a run beside them, or by their headers. */
final class OwnResults {
    private final Map<Path, Set<String>> written = new HashMap<>();

    /** Why a file is a result, for a reader; nothing if it is none. */
    Optional<String> reason(Path file) {
        String name = file.getFileName().toString();
        Set<String> listed = written.computeIfAbsent(file.getParent(), OwnResults::listed);
        if (listed.contains(name)) return Optional.of("results of Cohort, as the record beside them says");
        boolean ours = isNifti(name)
                && notes(file).filter(notes -> isOurs(name, notes)).isPresent();
        return ours ? Optional.of("results of Cohort, as their headers say") : Optional.empty();
    }

    private static Set<String> listed(Path folder) {
        return new HashSet<>(RunFolder.written(folder));
    }

    /** Results are written as NIfTI; the headers of other formats may cost as much as the image. */
    private static boolean isNifti(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.endsWith(".nii") || plain.endsWith(".nii.gz");
    }

    private static Optional<HeaderNotes> notes(Path file) {
        try {
            return Optional.of(VolumeFile.open(file).notes());
        } catch (InputException e) { // whoever reads the map says what is wrong with it
            return Optional.empty();
        }
    }

    private static boolean isOurs(String name, HeaderNotes notes) {
        String statistic = notes.intentName(), description = notes.description();
        return name.equals(RunFolder.MASK) && description.equals("mask")
                || !statistic.isEmpty() && (" " + description).contains(" " + statistic + " of contrast ");
    }
}
