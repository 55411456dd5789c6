package cohort.analysis.results;

import cohort.InputException;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.folder.RunFolder;
import cohort.permute.CorrectedMap;
import cohort.threshold.discovery.TrueDiscoveries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tests of one contrast, read back from a folder of results.
 *
 * @param statistics of the map, each with its null distribution; t or F first; maps in the order of the mask
 * @param shuffled what the test permuted or sign-flipped
 */
public record PermutationTests(List<CorrectedMap> statistics, Shuffled shuffled) {

    public PermutationTests {
        statistics = List.copyOf(statistics);
    }

    /**
     * The map statistics that a permutation test left in a folder, each with its null distribution.
     *
     * @param folder the output folder of the test
     * @param contrast its name or text; nothing if the folder holds one contrast only
     * @throws InputException if the folder holds no permutation test, several contrasts of which none is given, or not the one
     *     that is given
     */
    public static PermutationTests read(Path folder, Optional<String> contrast) {
        GroupResults results = ResultReader.read(folder);
        return new PermutationTests(
                chosen(folder, results, contrast).tests(), results.run().shuffled());
    }

    /**
     * The bounds on true discoveries that a permutation test left in a folder.
     *
     * @param folder the output folder of the test
     * @param contrast its name or text; nothing if the folder holds one contrast only
     * @param alpha the error rate of all bounds together
     * @throws InputException as {@link #read} does, or if the test was not asked for them
     */
    public static TrueDiscoveries discoveries(Path folder, Optional<String> contrast, double alpha) {
        return findDiscoveries(folder, contrast, alpha)
                .orElseThrow(() -> new InputException("results: the permutation test in " + folder
                        + " was not asked for bounds on true discoveries, expected one with true_discoveries=true; run it"
                        + " again."));
    }

    /** The same; nothing if the folder holds no permutation test, or one that was not asked for bounds. */
    public static Optional<TrueDiscoveries> findDiscoveries(Path folder, Optional<String> contrast, double alpha) {
        Path record = folder.resolve(RunFolder.RUN);
        if (!Files.isRegularFile(record)
                || !RunRecord.read(record).parameter("true_discoveries").equals("true")) return Optional.empty();
        GroupResults results = ResultReader.read(folder);
        return chosen(folder, results, contrast).discoveries(results.mask(), alpha);
    }

    private static ContrastResults chosen(Path folder, GroupResults results, Optional<String> contrast) {
        List<ContrastResults> tested = results.contrasts();
        List<String> names =
                tested.stream().map(result -> result.contrast().name()).toList();
        List<ContrastResults> chosen = tested.stream()
                .filter(result -> contrast.isEmpty()
                        || contrast.get().equals(result.contrast().name())
                        || contrast.get().equals(result.contrast().text()))
                .toList();
        if (chosen.size() != 1)
            throw new InputException("contrast: found " + contrast.orElse("none") + ", expected one of "
                    + String.join(", ", names) + ", which " + folder + " holds.");
        if (chosen.get(0).tests().isEmpty())
            throw new InputException("results: " + folder
                    + " holds no permutation test, expected the output folder of Permutation Inference."
                    + results.notes().stream().map(note -> " " + note).collect(Collectors.joining()));
        return chosen.get(0);
    }
}
