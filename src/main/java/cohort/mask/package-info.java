/**
 * Which voxels to analyse. Maps come in; a {@link cohort.mask.Mask} and the subjects x voxels matrix of the values in it
 * go out. The rules are those of nilearn 0.14.1 (Abraham et al. 2014, Frontiers in Neuroinformatics 8:14).
 */
package cohort.mask;
