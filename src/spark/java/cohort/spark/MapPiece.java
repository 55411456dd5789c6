package cohort.spark;

import java.io.Serializable;

/**
 * What one map holds in some neighbouring voxels.
 *
 * @param map its number among all
 * @param values in mask order
 */
record MapPiece(int map, double[] values) implements Serializable {}
