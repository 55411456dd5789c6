/**
 * The model of the subjects. A formula over the cohort's covariates or a matrix from a file comes in, and a
 * {@link cohort.design.matrix.DesignMatrix} (subjects x regressors) goes out; a text such as {@code patient - control} becomes a
 * {@link cohort.design.matrix.Contrast} over its columns. Formulas are those of Wilkinson &amp; Rogers (1973, Applied Statistics
 * 22:392) as R and patsy read them.
 */
package cohort.design;
