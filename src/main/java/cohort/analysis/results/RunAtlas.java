package cohort.analysis.results;

import cohort.InputException;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.region.Atlas;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The atlas that a run was given, as long as its files are those that the run read. */
final class RunAtlas {

    private RunAtlas() {}

    /** The atlas on its own grid; nothing if there was none, or its image or its names are gone or have changed since. */
    static Optional<Atlas> find(RunRecord run) {
        String image = run.parameter("atlas");
        if (image.isBlank() || Files.notExists(GivenPath.of("atlas", image))) return Optional.empty();
        FilesRead files = FilesRead.begin();
        try {
            Atlas atlas = Atlas.read(image, run.parameter("atlas_names"), files);
            return isSame(files, run) ? Optional.of(atlas) : Optional.empty();
        } catch (InputException e) { // the run read it: it has changed since
            return Optional.empty();
        }
    }

    private static boolean isSame(FilesRead files, RunRecord run) {
        Set<String> digests = run.inputs().stream().map(InputFile::sha256).collect(Collectors.toSet());
        return InputFile.of(files, List.of()).stream().allMatch(file -> digests.contains(file.sha256()));
    }
}
