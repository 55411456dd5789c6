/**
 * From values to colours, and the bars that explain them. Values come in; colours go out. Colour maps are perceptually
 * uniform (Smith &amp; van der Walt 2015, SciPy) or ColorBrewer's (Harrower &amp; Brewer 2003, The Cartographic Journal
 * 40:27).
 */
package cohort.figure.colour;
