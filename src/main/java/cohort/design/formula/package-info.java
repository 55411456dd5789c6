/**
 * Model formulas. A text and the names of the columns come in; terms and factors go out, as R and patsy read them (Wilkinson
 * &amp; Rogers 1973, Applied Statistics 22:392; Chambers &amp; Hastie 1992, Statistical Models in S, chapter 2).
 */
package cohort.design.formula;
