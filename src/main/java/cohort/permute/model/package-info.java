/**
 * The statistic of a voxel under a shuffle. Data, a partitioned design and a shuffle come in; t, F, v or G go out
 * (Winkler et al. 2014, NeuroImage 92:381). Screens in short arithmetic say which voxels may matter; those are
 * computed in double precision.
 */
package cohort.permute.model;
