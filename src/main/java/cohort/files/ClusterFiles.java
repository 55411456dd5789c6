package cohort.files;

import java.util.List;

/**
 * The names of the files of a contrast's clusters among those of results.
 *
 * @param contrast letters and digits
 */
public record ClusterFiles(String contrast) {

    /** One row per peak. */
    public String table() {
        return "contrast-" + contrast + "_clusters.tsv";
    }

    /** The number of its cluster in each voxel. */
    public String labels() {
        return "contrast-" + contrast + "_clusters_dseg.nii.gz";
    }

    /** Each map's mean in each cluster and its value at each peak. */
    public String values() {
        return "contrast-" + contrast + "_cluster_values.tsv";
    }

    /** All of them. */
    public List<String> names() {
        return List.of(table(), labels(), values());
    }
}
