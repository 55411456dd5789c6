/**
 * What a reader sees. Maps on a grid come in; a {@link cohort.figure.Figure} goes out: a size and a painter that draws by
 * Java2D, at any resolution, with or without a screen. The glass brain is the maximum-intensity projection of Friston et
 * al. (1991, Journal of Cerebral Blood Flow and Metabolism 11:690), thresholded and coloured as nilearn 0.14.0 does
 * (Abraham et al. 2014, Frontiers in Neuroinformatics 8:14), in an outline taken from the mask, so that any species gets
 * its own.
 */
package cohort.figure;
