/**
 * NIfTI-1 and NIfTI-2 (Cox et al. 2004, nifti.nimh.nih.gov) and Analyze 7.5. A header comes in; the grid, the layout of
 * the voxels and what else it says go out, and back for NIfTI-1.
 */
package cohort.image.nifti;
