/**
 * Voxels and the space they stand in. Files come in, {@link cohort.image.Volume}s (an ImgLib2 image on a
 * {@link cohort.image.Grid}) go out, and back. The formats are NIfTI-1 (Cox et al. 2004), NIfTI-2 and Analyze 7.5.
 */
package cohort.image;
