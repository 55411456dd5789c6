/**
 * Voxels and the space they stand in. Files come in, {@link cohort.image.Volume}s (an ImgLib2 image on a
 * {@link cohort.image.Grid} in mm) go out, and back. The formats are NIfTI-1 (Cox et al. 2004), NIfTI-2, Analyze 7.5 and
 * FreeSurfer's MGH (Fischl 2012, NeuroImage 62:774), read as nibabel 5 reads them but for three things: units of metre
 * and micron are converted to mm, a header that contradicts itself or its file is refused instead of mended, and MGH
 * without an orientation lies as FreeSurfer has it. NRRD and MetaImage are read as ITK 5 reads them, but for units other
 * than mm, which it leaves out of account. Another format is one class and one line (see
 * {@link cohort.image.VolumeFormat}).
 */
package cohort.image;
