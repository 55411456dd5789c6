package cohort.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the files of a contrast's clusters among those of results.
 *
 * @param contrast letters and digits
 */
public record ClusterFiles(String contrast) {
    private static final String TABLE = "_clusters.tsv",
            LABELS = "_clusters_dseg.nii.gz",
            VALUES = "_cluster_values.tsv";

    private static final Map<String, String> WORDS = Map.of(
            TABLE,
            "Table of clusters",
            LABELS,
            "Label map of the clusters",
            VALUES,
            "Each map in clusters and at peaks");

    /** What a file of one of these names holds, for a reader; nothing of another name. */
    public static Optional<String> words(String name) {
        return WORDS.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** One row per peak. */
    public String table() {
        return "contrast-" + contrast + TABLE;
    }

    /** The number of its cluster in each voxel. */
    public String labels() {
        return "contrast-" + contrast + LABELS;
    }

    /** Each map's mean in each cluster and its value at each peak. */
    public String values() {
        return "contrast-" + contrast + VALUES;
    }

    /** All of them. */
    public List<String> names() {
        return List.of(table(), labels(), values());
    }
}
