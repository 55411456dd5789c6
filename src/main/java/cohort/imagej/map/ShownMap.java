package cohort.imagej.map;

/** A map in a window, as those see it who tell of it: by its identity and the values that it has now. */
interface ShownMap {
    /** What the user calls it now. */
    String title();

    ShownEvidence evidence();

    /** The look that it was opened with. */
    Look first();

    /** The greatest magnitude of the map's finite values. */
    double largest();

    /** Number of voxels that are shown at a threshold. */
    int shown(double threshold);

    /** The value of the voxel at a position in mm; NaN outside. */
    double valueAt(double[] mm);
}
