/**
 * Permutation inference. A shuffle is a permutation of the rows of the design, a flip of the signs of data, or both.
 * Data, design and contrasts come in; the maps of a statistic (t or F, and v or G where groups of subjects have
 * variances of their own), statistics of the whole map (largest value, cluster size and mass, threshold-free cluster
 * enhancement), their null distributions and p-values go out: counted, by a curve fitted to the nulls, or by
 * counting until enough shuffles reach a value. Methods: Nichols &amp; Holmes 2002, Human Brain Mapping 15:1;
 * Bullmore et al. 1999, IEEE Transactions on Medical Imaging 18:32; Smith &amp; Nichols 2009, NeuroImage 44:83;
 * Winkler et al. 2014, NeuroImage 92:381 (nuisance, unequal variances), 2015, NeuroImage 123:253 (blocks of
 * subjects), 2016, NeuroImage 141:502 (fitted curves); Besag &amp; Clifford 1991, Biometrika 78:301 (stopping
 * early).
 */
package cohort.permute;
