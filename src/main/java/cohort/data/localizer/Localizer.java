package cohort.data.localizer;

import cohort.InputException;
import cohort.Progress;
import cohort.data.download.Content;
import cohort.data.download.Download;
import cohort.data.download.Downloader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The Brainomics localizer: maps of 32 contrasts of 94 subjects who calculate, read, listen, look and press buttons
 * (Pinel et al. 2007, BMC Neuroscience 8:91; Papadopoulos Orfanos et al. 2017, NeuroImage 144:309). It is kept as
 * nilearn 0.14.1 keeps it, so that a download made by either serves both: in the folder {@code brainomics_localizer} of
 * what {@code NILEARN_SHARED_DATA} or {@code NILEARN_DATA} name, or of {@code ~/nilearn_data}.
 */
public final class Localizer {
    private Localizer() {}

    /**
     * Downloads what is not there yet of a contrast and writes the cohort's table: one row per subject with the columns
     * {@code participant_id}, {@code map} (the effect) and, as asked for, {@code tmap}, {@code mask} and {@code anat},
     * then the participants' and the behavioural columns. A subject without an effect map in the archive is left out,
     * and what else is missing is {@code n/a}; both are said. With t maps a second table, {@code ..._tmaps.tsv}, has
     * them as {@code map}.
     *
     * @param request what to fetch
     * @param progress hears of the bytes, may stop it and is told what is left out
     * @return the path of the table: as requested, or {@code cohort_CONTRAST.tsv} beside the data
     * @throws InputException if the contrast or a subject does not exist, a file cannot be downloaded or written, or
     *     fewer than two subjects have a map
     * @throws java.util.concurrent.CancellationException if the user stopped it; what was complete is kept
     */
    public static Path fetch(LocalizerRequest request, Progress progress) {
        return fetch(request, Downloader.open(), progress);
    }

    /** The readable names of the contrasts. */
    public static List<String> contrasts() {
        return LocalizerContrast.all().stream().map(LocalizerContrast::friendly).toList();
    }

    static Path fetch(LocalizerRequest request, Downloader downloader, Progress progress) {
        LocalizerContrast contrast = LocalizerContrast.named(request.contrast());
        List<String> subjects = LocalizerSubjects.parse(request.subjects());
        Path folder =
                LocalizerFolder.find(request.folder(), System.getenv(), Path.of(System.getProperty("user.home", ".")));
        LocalizerPlan plan = LocalizerPlan.of(
                contrast, subjects, request.items(), folder, index(folder, request.server(), downloader, progress));
        plan.missing().forEach(progress::say);
        downloader.fetch(plan.downloads(), progress);
        return LocalizerCohort.write(plan, request.table());
    }

    private static LocalizerIndex index(Path folder, URI server, Downloader downloader, Progress progress) {
        Path file = folder.resolve(LocalizerIndex.FILE);
        URI address = URI.create(server + LocalizerIndex.ADDRESS);
        downloader.fetch(List.of(new Download(address, file, Content.JSON)), progress);
        return LocalizerIndex.read(file, server);
    }
}
