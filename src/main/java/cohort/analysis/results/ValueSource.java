package cohort.analysis.results;

import cohort.design.matrix.DesignMatrix;
import cohort.glm.FittedMaps;
import cohort.glm.GeneralLinearModel;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the values of the subjects' maps in clusters come from. */
public interface ValueSource {
    /** Values that are not known. */
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
     * The volumes of a 4D file that follows from the fitted model.
     *
     * @return nothing if it was not asked for
     */
    Optional<List<Volume>> of(ModelSeries series);

    /**
     * Values of the maps that were analysed; to be asked for before the analysis is closed.
     *
     * @param data voxels in mask order x maps
     * @param design maps x regressors, with the ids of the maps
     * @param series the volumes of the fitted model that were asked for
     */
    static ValueSource of(VoxelMatrix data, Mask mask, DesignMatrix design, Set<ModelSeries> series) {
        return new Analysed(data, mask, design, series);
    }

    /** @param tables by the names of the contrasts, as a run wrote them */
    static ValueSource of(Map<String, Table> tables) {
        return new Kept(tables);
    }

    /** Of maps in memory. */
    final class Analysed implements ValueSource {
        private final VoxelMatrix data;
        private final Mask mask;
        private final DesignMatrix design;
        private final Set<ModelSeries> series;
        private Optional<FittedMaps> fitted = Optional.empty();

        private Analysed(VoxelMatrix data, Mask mask, DesignMatrix design, Set<ModelSeries> series) {
            this.data = data;
            this.mask = mask;
            this.design = design;
            this.series = series;
        }

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public Optional<Table> of(ContrastResults tested, ListedClusters clusters) {
            return Optional.of(SubjectValues.of(data, mask, design.ids(), clusters.table(), clusters.labels()));
        }

        @Override
        public Optional<List<Volume>> of(ModelSeries asked) {
            if (!series.contains(asked)) return Optional.empty();
            return Optional.of(asked.volumes(fitted(), mask, data.maps()));
        }

        /** The model of all maps, fitted once for whatever is asked of it. */
        private synchronized FittedMaps fitted() {
            FittedMaps maps =
                    fitted.orElseGet(() -> new FittedMaps(data, GeneralLinearModel.fit(data.image(), design.matrix())));
            fitted = Optional.of(maps);
            return maps;
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

        @Override
        public Optional<List<Volume>> of(ModelSeries asked) {
            return Optional.empty();
        }
    }
}
