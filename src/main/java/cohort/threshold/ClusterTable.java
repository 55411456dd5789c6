package cohort.threshold;

import java.util.List;

/**
 * The clusters of a map.
 *
 * @param clusters the positive ones, then the negative ones, each by the height of their peaks; may be empty
 * @param summary what was looked for and what was found, one sentence
 */
public record ClusterTable(List<Cluster> clusters, String summary) {

    public ClusterTable {
        clusters = List.copyOf(clusters);
    }
}
