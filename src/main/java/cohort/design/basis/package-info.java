/**
 * Numbers made from numbers, and levels as numbers. A variable or a count of levels comes in; orthogonal polynomials
 * (Kennedy &amp; Gentle 1980), B-splines (de Boor 1978, A Practical Guide to Splines) and codings of levels (Chambers &amp;
 * Hastie 1992, Statistical Models in S, chapter 2) go out, fit to be evaluated for new values, too.
 */
package cohort.design.basis;
