/**
 * Voxels and the space they stand in: a {@link cohort.image.Volume} is an ImgLib2 image on a {@link cohort.image.Grid}
 * in mm. The rooms in this house read and write files and bring volumes to other grids. Formats are read as nibabel 5
 * and ITK 5 read them, but for three things: units of metre and micron are converted to mm, a header that contradicts
 * itself or its file is refused instead of mended, and MGH without an orientation lies as FreeSurfer has it. Another
 * format is one class and one line (see {@link cohort.image.VolumeFormat}).
 */
package cohort.image;
