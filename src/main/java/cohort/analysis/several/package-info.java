/**
 * Several maps of each subject in one analysis. The contrasts of each map and what a permutation test says of them come in; tests of
 * all maps together go out: by one number (non-parametric combination), or of an effect in every map (conjunction). Methods: Winkler
 * et al. 2016, Human Brain Mapping 37:1486; Nichols et al. 2005, NeuroImage 25:653.
 */
package cohort.analysis.several;
