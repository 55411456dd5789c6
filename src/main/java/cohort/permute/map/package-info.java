/**
 * From data and shuffles to maxima. Tiles of voxels and a block of shuffles come in; what each map shows above a floor comes
 * together from all voxels, here or on several machines, and its maxima go out.
 */
package cohort.permute.map;
