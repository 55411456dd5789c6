package cohort.analysis.results;

import cohort.glm.FittedMaps;
import cohort.image.Volume;
import cohort.mask.Mask;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A 4D file with one volume per map that follows from the fitted model, in the order of the design's rows. */
public enum ModelSeries {
    /** The maps minus what the model predicts. */
    RESIDUALS {
        @Override
        double[][] of(FittedMaps fitted, int first, int end) {
            return fitted.residuals(first, end);
        }
    },
    /** What the model predicts for each map. */
    PREDICTIONS {
        @Override
        double[][] of(FittedMaps fitted, int first, int end) {
            return fitted.predictions(first, end);
        }
    };

    /** Maps that are made together. */
    private static final int BLOCK = 16;

    /** @return maps x voxels */
    abstract double[][] of(FittedMaps fitted, int first, int end);

    /** Those that settings ask for. */
    public static Set<ModelSeries> askedFor(Map<String, String> keys) {
        return Arrays.stream(values())
                .filter(series -> Boolean.parseBoolean(keys.get(series.toString())))
                .collect(Collectors.toSet());
    }

    /** The key that asks for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file's name. */
    public String file() {
        return this + ".nii.gz";
    }

    /**
     * The volumes, computed in batches on demand; fastest if they are asked for in order.
     *
     * @param mask the voxels, 0 outside
     * @param maps number of maps
     */
    public List<Volume> volumes(FittedMaps fitted, Mask mask, int maps) {
        return new Blocks(fitted, mask, maps);
    }

    private final class Blocks extends AbstractList<Volume> {
        private final FittedMaps fitted;
        private final Mask mask;
        private final int maps;
        private Optional<Block> last = Optional.empty();

        Blocks(FittedMaps fitted, Mask mask, int maps) {
            this.fitted = fitted;
            this.mask = mask;
            this.maps = maps;
        }

        @Override
        public Volume get(int map) {
            Objects.checkIndex(map, maps);
            int first = map / BLOCK * BLOCK;
            Block block = last.filter(made -> made.first == first)
                    .orElseGet(() -> new Block(first, of(fitted, first, Math.min(maps, first + BLOCK))));
            last = Optional.of(block);
            return mask.toVolume(block.values[map - first]);
        }

        @Override
        public int size() {
            return maps;
        }
    }

    /**
     * Some maps.
     *
     * @param first the number of the first
     * @param values maps x voxels
     */
    private record Block(int first, double[][] values) {}
}
