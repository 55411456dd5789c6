package cohort.imagej.map;

import cohort.image.Grid;
import cohort.imagej.map.picture.MapColours;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A map in a window, as those see it who tell of it: by its identity and the values that it has now. */
interface ShownMap {
    /** What the user calls it now. */
    String title();

    /** The title with its statistic and contrast in words, if it is a map of results. */
    String words();

    /** The same short: the contrast and the statistic's symbol. */
    String symbol();

    ShownEvidence evidence();

    /** The look that it was opened with. */
    Look first();

    /** The greatest magnitude of the map's finite values. */
    double largest();

    /** The colours of its values now. */
    MapColours colours();

    /** Where its voxels lie. */
    Grid grid();

    /** The clusters of voxels shown at a threshold; nothing if it is no map any more. May be called by any thread. */
    Optional<ShownClusters> clusters(double threshold);

    /** How often its values have changed, or may have. */
    int changes();

    /** Where the strongest evidence is, in mm. */
    double[] strongest();

    /** The value of the voxel at a position in mm, NaN outside; another thread may ask, and go on after the map is closed. */
    ToDoubleFunction<double[]> values();

    /** The value of the voxel at a position in mm; NaN outside. */
    default double valueAt(double[] mm) {
        return values().applyAsDouble(mm);
    }
}
