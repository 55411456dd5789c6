/**
 * The general linear model, voxel by voxel. The subjects x voxels matrix, a design matrix and a contrast come in; maps of
 * effect, variance, statistic, p and z go out. Published in Friston et al. 1994, Human Brain Mapping 2:189.
 */
package cohort.glm;
