/**
 * From a statistic's map to an answer. A map and its mask come in; the map above a threshold and tables of its clusters and
 * peaks go out. Methods: Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57:289 and Genovese et
 * al. 2002, NeuroImage 15:870 (false discovery rate); Rosenblatt et al. 2018, NeuroImage 181:786 (all-resolution
 * inference).
 */
package cohort.threshold;
