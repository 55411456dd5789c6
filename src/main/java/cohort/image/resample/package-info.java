/**
 * Volumes on other grids. A volume, a grid and an {@link cohort.image.resample.Interpolation} come in; the volume on
 * that grid goes out, by where voxels lie in mm. Cubic splines are those of Unser 1999, IEEE Signal Processing Magazine
 * 16(6):22.
 */
package cohort.image.resample;
