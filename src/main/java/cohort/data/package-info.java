/**
 * Maps to work on. A folder and a seed, or a contrast and a choice of subjects, come in; maps on disk, one for each
 * subject, and the table that names them go out. The maps are those of the Brainomics localizer (Pinel et al. 2007, BMC
 * Neuroscience 8:91), or of a sample cohort that imitates its button-press contrast with an effect that is known in
 * every voxel.
 */
package cohort.data;
