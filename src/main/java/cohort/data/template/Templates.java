package cohort.data.template;

import cohort.InputException;
import cohort.Progress;
import cohort.data.download.DataFolder;
import cohort.data.download.Downloader;
import cohort.image.Volume;
import cohort.mask.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Average brains on this machine. They lie in the folder {@code cohort_templates} of what {@code NILEARN_SHARED_DATA} or {@code
 * NILEARN_DATA} name, or of {@code ~/nilearn_data}; what nilearn has fetched there is taken, too.
 */
public final class Templates {
    private static final String FOLDER = "cohort_templates";

    private Templates() {}

    /**
     * Downloads a template, unless it is there.
     *
     * @param given the folder that has or takes {@code cohort_templates}, if the user named one
     * @param progress hears of the bytes and may stop it
     * @return the image's file
     * @throws InputException if it cannot be downloaded or written, or is not what it must be
     */
    public static Path fetch(Template template, Optional<Path> given, Progress progress) {
        List<Path> roots = roots(given);
        return find(template, roots).orElseGet(() -> fetch(template.file(), Downloader.open(), roots, progress));
    }

    static Path fetch(TemplateFile file, Downloader downloader, List<Path> roots, Progress progress) {
        Path folder = DataFolder.find(FOLDER, "templates", roots);
        downloader.fetch(List.of(file.into(folder)), progress);
        return folder.resolve(file.name());
    }

    /**
     * The template in whose space maps lie, if it is on this machine.
     *
     * @param mask the maps' voxels
     * @param space NIfTI's code of what their coordinates are aligned with
     */
    public static Optional<Volume> under(Mask mask, int space) {
        return under(mask, space, roots(Optional.empty()));
    }

    static Optional<Volume> under(Mask mask, int space, List<Path> roots) {
        return Arrays.stream(Template.values())
                .flatMap(template -> find(template, roots).flatMap(file -> template.under(mask, space, file)).stream())
                .findFirst();
    }

    private static Optional<Path> find(Template template, List<Path> roots) {
        return roots.stream()
                .flatMap(root -> Stream.concat(
                                Stream.of(FOLDER + "/" + template.file().name()), template.others().stream())
                        .map(root::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> roots(Optional<Path> given) {
        return DataFolder.roots(given, System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }
}
