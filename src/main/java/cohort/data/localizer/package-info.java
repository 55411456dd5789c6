/**
 * Maps of the Brainomics localizer (Pinel et al. 2007, BMC Neuroscience 8:91). A contrast and a choice of subjects come
 * in; a table of maps on disk goes out, in the folder where nilearn looks for them.
 */
package cohort.data.localizer;
