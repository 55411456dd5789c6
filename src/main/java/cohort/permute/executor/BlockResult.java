package cohort.permute.executor;

import java.io.Serializable;

/**
 * What a block of shuffles gave.
 *
 * @param first the number of the first shuffle among all
 * @param maxima contrasts x statistics x shuffles of the block
 * @param reached contrasts x voxels: how many of the shuffles reach the voxel's unshuffled value; no voxels where this is not
 *     counted
 */
public record BlockResult(int first, double[][][] maxima, int[][] reached) implements Serializable {}
