/**
 * Connected components of a map. A map and which of its voxels touch come in; clusters, their size and mass, and
 * threshold-free cluster enhancement (Smith &amp; Nichols 2009, NeuroImage 44:83; component trees: Najman &amp; Couprie
 * 2006, IEEE Transactions on Image Processing 15:3531) go out.
 */
package cohort.cluster;
