/**
 * Rules for many tests. A map of a statistic and an error rate come in; what passes goes out (Benjamini &amp; Hochberg
 * 1995, Journal of the Royal Statistical Society B 57:289; Rosenblatt et al. 2018, NeuroImage 181:786). A new rule is a
 * class and a line in {@link cohort.threshold.Thresholds}.
 */
package cohort.threshold.rule;
