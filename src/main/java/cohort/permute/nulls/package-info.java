/**
 * Null distributions and the p-values that follow from them: counted (Phipson &amp; Smyth 2010, Statistical
 * Applications in Genetics 9:39), or by a curve fitted to them (Winkler et al. 2016, NeuroImage 141:502). Maxima of
 * shuffled maps come in, p-values go out.
 */
package cohort.permute.nulls;
