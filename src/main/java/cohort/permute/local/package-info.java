/**
 * Statistics that take more than one design for all voxels and one voxel's data. Data and what is shuffled come in; whole maps
 * of a statistic go out, shuffle by shuffle. A new one is a {@link cohort.permute.local.VoxelModels}.
 */
package cohort.permute.local;
