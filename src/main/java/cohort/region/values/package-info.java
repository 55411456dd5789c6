/**
 * Values of regions that another program measured. Tables come in as brainreg, cellfinder, QuPath, ABBA, FreeSurfer or people write
 * them; subjects, their covariates and one number per region and subject go out.
 */
package cohort.region.values;
