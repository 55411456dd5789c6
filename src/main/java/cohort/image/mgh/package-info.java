/**
 * FreeSurfer's MGH and MGZ (Fischl 2012, NeuroImage 62:774). A header comes in; the grid and the layout of the voxels
 * go out, as nibabel 5 has them.
 */
package cohort.image.mgh;
