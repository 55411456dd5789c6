package cohort.spark;

import cohort.InputException;
import cohort.analysis.PermutationSettings;
import cohort.files.GivenPath;
import cohort.text.MacroOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a test on a cluster is asked.
 *
 * @param test the keys of <em>Permutation Inference</em>
 * @param partitions into how many parts the voxels are cut; 0 for three a core
 * @param checkpoint the folder that keeps what was made until the run has ended, which the driver writes
 */
record ClusterSettings(PermutationSettings test, int partitions, Optional<Path> checkpoint) {
    private static final String PARTITIONS = "partitions", CHECKPOINT = "checkpoint";

    /**
     * Reads the options of a macro line, and those two that are a cluster's.
     *
     * @throws InputException if an option is not as it should be, or there is no folder for the results
     */
    static ClusterSettings parse(String options) {
        Map<String, String> given =
                new LinkedHashMap<>(MacroOptions.parse(options).given());
        String parts = given.getOrDefault(PARTITIONS, "0"), kept = given.getOrDefault(CHECKPOINT, "");
        given.remove(PARTITIONS);
        given.remove(CHECKPOINT);
        if (!parts.matches("\\d{1,6}"))
            throw new InputException("partitions: found " + parts
                    + ", expected into how many parts the voxels are cut, or 0 for three a core.");
        PermutationSettings test = PermutationSettings.of(given);
        if (test.data().output().isBlank())
            throw new InputException("output: found nothing, expected the folder that takes the results.");
        return new ClusterSettings(test, Integer.parseInt(parts), GivenPath.find(CHECKPOINT, kept));
    }
}
