/**
 * Several maps of each subject tested together. The statistics of all maps of a voxel under one and the same shuffle come in; one
 * statistic of the voxel goes out, which speaks against the hypothesis that no map has an effect, or, as a minimum, for an effect in
 * every map. Methods: Winkler et al. 2016, Human Brain Mapping 37:1486 (non-parametric combination); Nichols et al. 2005,
 * NeuroImage 25:653 (conjunction).
 */
package cohort.permute.several;
