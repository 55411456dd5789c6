/**
 * Model formulas. A text and the covariates come in; named regressors go out, coded as R and patsy code them (Wilkinson
 * &amp; Rogers 1973, Applied Statistics 22:392; Chambers &amp; Hastie 1992, Statistical Models in S, chapter 2).
 */
package cohort.design.formula;
