/**
 * Shuffles: permutations, sign flips, or both together. A design and blocks of
 * exchangeability come in; distinct permutations and sign flips go out, drawn at random as NumPy draws them or all
 * of them (Winkler et al. 2015, NeuroImage 123:253).
 */
package cohort.permute.shuffle;
