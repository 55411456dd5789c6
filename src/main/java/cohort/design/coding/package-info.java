/**
 * Terms of a formula as regressors. Terms and the covariates come in; named columns go out, coded so that they have full
 * rank if the data allow, and the same columns for cells that no subject need be in (Searle, Speed &amp; Milliken 1980,
 * The American Statistician 34:216; Lenth's emmeans). Means, standard deviations, knots and levels are those of the subjects
 * in the analysis.
 */
package cohort.design.coding;
