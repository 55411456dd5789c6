/**
 * What figures are drawn with: sizes in points, letters, inks. A painter comes in; PNG or SVG at any resolution goes out,
 * with or without a screen.
 */
package cohort.figure.paper;
