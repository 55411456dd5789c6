/**
 * Maps to work on. A folder and a seed come in; maps on disk, one a subject, and the table that names them go out. The
 * sample cohort imitates the button-press contrast of the Brainomics localizer (Pinel et al. 2007, BMC Neuroscience
 * 8:91), with an effect that is known in every voxel.
 */
package cohort.data;
