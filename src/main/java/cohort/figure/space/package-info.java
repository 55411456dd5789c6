/**
 * The axes of space in a grid of voxels. A volume comes in; its extent, layers and projections along x, y and z in mm
 * go out, whichever way its file is stored.
 */
package cohort.figure.space;
