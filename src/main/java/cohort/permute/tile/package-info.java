/**
 * Runs of voxels that stay in the processor's cache while shuffle after shuffle visits them. Data and shuffled designs come in;
 * inner products go out, in double precision, or in single precision or 16 bits with a bound of their error to say which voxels may
 * matter.
 */
package cohort.permute.tile;
