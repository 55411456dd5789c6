/**
 * Slices of a map over a background. A map, a background and where to cut come in; a figure with positions in mm goes
 * out.
 */
package cohort.figure.slice;
