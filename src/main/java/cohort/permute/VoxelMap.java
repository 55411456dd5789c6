package cohort.permute;

import cohort.permute.model.StatisticInfo;

/**
 * A statistic of voxels without a test of its own.
 *
 * @param info what it is
 * @param map its values in mask order
 */
public record VoxelMap(StatisticInfo info, double[] map) {}
