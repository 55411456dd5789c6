/**
 * Permutation inference. A statistic's map, as it is and under shuffled labels, comes in; statistics of the whole map
 * (greatest value, cluster size and mass, threshold-free cluster enhancement), their null distributions and corrected
 * p-values go out. Methods: Nichols &amp; Holmes 2002, Human Brain Mapping 15:1; Bullmore et al. 1999, IEEE Transactions
 * on Medical Imaging 18:32; Smith &amp; Nichols 2009, NeuroImage 44:83; Winkler et al. 2014, NeuroImage 92:381 (nuisance),
 * 2015, NeuroImage 123:253 (blocks of subjects).
 */
package cohort.permute;
