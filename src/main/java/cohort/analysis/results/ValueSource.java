package cohort.analysis.results;

import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the values of the subjects' maps in clusters come from. */
public interface ValueSource {
    /** Nobody knows them. */
    ValueSource UNKNOWN = new Kept(Map.of());

    /** Whether there are values. */
    boolean isKnown();

    /**
     * The values in the clusters of a contrast, as {@link SubjectValues#of} has them.
     *
     * @return nothing if they are not known
     */
    Optional<Table> of(ContrastResults tested, ListedClusters clusters);

    /**
     * The maps that were analysed. They are asked before the analysis is closed.
     *
     * @param data voxels in mask order x maps
     * @param ids of the maps
     */
    static ValueSource of(VoxelMatrix data, Mask mask, List<String> ids) {
        return new Analysed(data, mask, ids);
    }

    /** @param tables by the names of the contrasts, as a run wrote them */
    static ValueSource of(Map<String, Table> tables) {
        return new Kept(tables);
    }

    /** Of maps in memory. */
    record Analysed(VoxelMatrix data, Mask mask, List<String> ids) implements ValueSource {

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public Optional<Table> of(ContrastResults tested, ListedClusters clusters) {
            return Optional.of(SubjectValues.of(data, mask, ids, clusters.table(), clusters.labels()));
        }
    }

    /** Of a folder. */
    record Kept(Map<String, Table> tables) implements ValueSource {

        @Override
        public boolean isKnown() {
            return !tables.isEmpty();
        }

        @Override
        public Optional<Table> of(ContrastResults tested, ListedClusters clusters) {
            return Optional.ofNullable(tables.get(tested.contrast().name()));
        }
    }
}
