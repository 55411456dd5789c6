/**
 * One contrast at many cluster-forming thresholds. Cluster sizes at each of them by the same permutations come in; p
 * at each, and p corrected for having looked at all (Westfall & Young 1993, section 2.5), go out.
 */
package cohort.analysis.explore;
