package cohort.analysis.record;

import cohort.files.MapName;
import cohort.folder.RunFolder;
import cohort.image.HeaderNotes;
import cohort.permute.nulls.Tail;
import cohort.threshold.CorrectedMapFiles;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import cohort.threshold.statistic.TestedBy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is known of a map: by its header, or else its name and the record of the run in whose folder it lies.
 *
 * @param statistic what its values are; {@link Statistics#UNKNOWN} if nothing tells
 * @param tail the side or sides that its run tested; nothing if nothing tells
 * @param forming the threshold of this statistic at which its run formed clusters; nothing if it formed none
 */
public record MapOrigin(Statistic statistic, Optional<Tail> tail, OptionalDouble forming) {

    /**
     * Puts together what is known.
     *
     * @param file nothing for an open image
     * @param title of the image, or the file's name
     * @param notes its header's
     * @throws cohort.InputException if a record is needed but damaged
     */
    public static MapOrigin of(Optional<Path> file, String title, HeaderNotes notes) {
        Optional<Statistic> header = Statistics.ofHeader(notes);
        Optional<TestedBy> tested = TestedBy.parse(notes.description());
        String name = Statistics.name(title);
        List<Recorded> records = header.isPresent() && tested.isPresent() ? List.of() : records(file);
        Statistic statistic = header.or(() -> recorded(name, records))
                .or(() -> Statistics.named(name))
                .orElse(Statistics.UNKNOWN);
        Optional<Recorded> run =
                records.stream().filter(record -> record.run.isPermutation()).findFirst();
        return new MapOrigin(
                statistic,
                tested.map(TestedBy::tail)
                        .or(() -> run.map(record -> record.contrast.how().side())),
                tested.map(TestedBy::forming)
                        .or(() -> run.filter(record ->
                                        name.equals(record.contrast.statistics().get(0)))
                                .map(record -> record.contrast.how().formingLevel()))
                        .orElse(OptionalDouble.empty()));
    }

    /** The tail that a folder's permutation test has for a contrast; nothing if there is none. */
    public static Optional<Tail> tail(Path folder, Optional<String> contrast) {
        return RunRecord.find(folder.resolve(RunFolder.RUN)).flatMap(run -> run.contrasts().stream()
                .filter(tested -> contrast.isEmpty() || contrast.get().equals(tested.name()))
                .findFirst()
                .map(tested -> tested.how().side()));
    }

    /** What a map is of, as its user wrote the contrast if the record beside it tells; nothing of a file with another name. */
    public static Optional<String> contrast(Optional<Path> file, String title) {
        return MapName.of(title).map(name -> records(file).stream()
                .findFirst()
                .map(record -> record.contrast.text())
                .orElse(name.contrast()));
    }

    private record Recorded(RunRecord run, TestedContrast contrast) {}

    private static List<Recorded> records(Optional<Path> file) {
        Optional<String> name = file.flatMap(CorrectedMapFiles::contrast);
        if (name.isEmpty()) return List.of();
        Path folder = file.orElseThrow().toAbsolutePath().getParent();
        return Stream.of(RunFolder.RUN, RunFolder.MODEL)
                .flatMap(record -> RunRecord.find(folder.resolve(record)).stream())
                .flatMap(run -> run.contrasts().stream()
                        .filter(contrast -> contrast.name().equals(name.get()))
                        .map(contrast -> new Recorded(run, contrast)))
                .toList();
    }

    /** Where two runs that wrote a map of the name differ, which of them wrote it last is not known. */
    private static Optional<Statistic> recorded(String name, List<Recorded> records) {
        List<Statistic> found = records.stream()
                .filter(record -> record.contrast.statistics().contains(name))
                .flatMap(record ->
                        Statistics.named(
                                name,
                                record.contrast.rows().size(),
                                record.contrast.how().degreesOfFreedom())
                                .stream())
                .toList();
        return found.stream().map(Statistic::spelling).distinct().count() == 1
                ? Optional.of(found.get(0))
                : Optional.empty();
    }
}
