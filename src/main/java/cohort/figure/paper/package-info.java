/**
 * What figures are drawn with: sizes in points, letters, inks. A painter comes in; PNG, SVG or PDF at any resolution goes out,
 * with or without a screen.
 */
package cohort.figure.paper;
