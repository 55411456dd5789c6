/**
 * Where large data live. What is asked for and how many bytes it takes come in; out go a place, the heap or a temporary file,
 * and one sentence where neither suffices.
 */
package cohort.memory;
