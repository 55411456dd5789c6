/**
 * Voxels and the space they stand in. Files come in, {@link cohort.image.Volume}s (an ImgLib2 image on a
 * {@link cohort.image.Grid} in mm) go out, and back. The formats are NIfTI-1 (Cox et al. 2004), NIfTI-2 and Analyze 7.5,
 * read as nibabel 5 reads them but for two things: units of metre and micron are converted to mm, and a header that
 * contradicts itself or its file is refused instead of mended. Another format is one class and one line (see
 * {@link cohort.image.VolumeFormat}).
 */
package cohort.image;
