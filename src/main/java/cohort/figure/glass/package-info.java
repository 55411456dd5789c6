/**
 * The glass brain: the maximum-intensity projection of Friston et al. (1991, Journal of Cerebral Blood Flow and
 * Metabolism 11:690) in an outline taken from the mask. Maps and a mask come in; a figure of any species goes out.
 */
package cohort.figure.glass;
