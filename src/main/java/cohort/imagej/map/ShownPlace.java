package cohort.imagej.map;

import cohort.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a map shows at a position.
 *
 * @param title of the map, in words
 * @param position in words
 * @param value of the voxel there; NaN outside the map
 * @param p the p of that value, or an empty text if it tells of none
 * @param cluster the cluster of shown voxels there; nothing too as long as the clusters are not found
 */
record ShownPlace(String title, String position, double value, String p, Optional<ShownCluster> cluster) {

    /** What the map shows where the viewer points, at the map's threshold. */
    static ShownPlace of(ShownMap map, ViewerState state) {
        double[] mm = state.positionIn(map);
        double value = map.valueAt(mm);
        return new ShownPlace(
                map.words(),
                ViewerState.words(mm, map.grid()),
                value,
                map.evidence().pOf(value),
                state.clusters(map).flatMap(found -> found.at(mm)));
    }

    /** The value, and its p where it tells of one: {@code 2.3 (p = 0.005)}. */
    String valueWords() {
        return Words.digits(value, ShownCluster.DIGITS) + (p.isEmpty() ? "" : " (" + p + ")");
    }

    /** The cluster in words. */
    String clusterWords() {
        return cluster.map(ShownCluster::words).orElse("no cluster here");
    }

    /** The cluster's peak in words; an empty text if there is no cluster. */
    String peakWords() {
        return cluster.map(ShownCluster::peakWords).orElse("");
    }

    /** All of it, line by line. */
    List<String> lines() {
        return List.of(title, position, valueWords(), clusterWords(), peakWords());
    }
}
