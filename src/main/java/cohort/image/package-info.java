/**
 * Voxels and the space they lie in: a {@link cohort.image.Volume} is an ImgLib2 image on a {@link cohort.image.Grid}
 * in mm. The packages within it read and write files and resample volumes to other grids. Formats are read as nibabel 5
 * and ITK 5 read them, but for three things: units of metre and micron are converted to mm, a header that contradicts
 * itself or its file is refused instead of mended, and MGH files without an orientation are placed where FreeSurfer places them.
 * Another
 * format is one class and one line (see {@link cohort.image.VolumeFormat}).
 */
package cohort.image;
