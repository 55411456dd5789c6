/**
 * What figures are drawn with: sizes in points, letters, colours, scales. A painter comes in; PNG or SVG at any
 * resolution goes out, with or without a screen. Colour maps are perceptually uniform (Smith &amp; van der Walt 2015,
 * SciPy) or ColorBrewer's (Harrower &amp; Brewer 2003, The Cartographic Journal 40:27).
 */
package cohort.figure.paper;
