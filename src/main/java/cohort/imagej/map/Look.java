package cohort.imagej.map;

import cohort.imagej.map.picture.Background;
import java.util.Optional;

/**
 * How a map is looked at.
 *
 * @param threshold what voxels must reach to be shown, at least 0
 * @param background what is seen where they do not
 */
record Look(double threshold, Optional<Background> background) {

    /** @throws IllegalArgumentException if the threshold is below 0 or no number */
    Look {
        if (!(threshold >= 0)) throw new IllegalArgumentException("a threshold of " + threshold);
    }

    Look withThreshold(double other) {
        return new Look(other, background);
    }

    Look withBackground(Optional<Background> other) {
        return new Look(threshold, other);
    }
}
