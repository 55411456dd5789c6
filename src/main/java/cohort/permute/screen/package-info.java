/**
 * Screens that tell in single precision, with a bound of the error, which voxels may matter under a shuffle. Shuffled designs and
 * tiles of voxels come in; the places of the voxels that are to be computed in double precision go out.
 */
package cohort.permute.screen;
