/**
 * A whole study as one value: the keys of <em>Permutation Inference</em>, the step at which each is given, and the questions that
 * people ask as cards. A window fills it in; macros and scripts that do the same come out.
 */
package cohort.study;
