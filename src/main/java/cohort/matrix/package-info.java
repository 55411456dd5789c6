/**
 * The matrix that the statistics work on: voxels x maps. Values come in map by map; they go out in tiles of voxels, all maps of a
 * tile together, and are the same to the last bit whether they live in memory or on disk.
 */
package cohort.matrix;
