/**
 * A cohort whose truth is known. A seed comes in; maps of an effect that is known in every voxel, and noise that is
 * smooth as that of fMRI, go out.
 */
package cohort.data.sample;
