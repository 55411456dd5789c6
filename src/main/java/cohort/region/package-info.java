/**
 * The regions of an atlas. A label image on any grid and the names of its labels come in; an {@link cohort.region.Atlas} on the grid
 * of the maps goes out, which says in which region a voxel lies and which voxels a region and its parts hold.
 */
package cohort.region;
