/**
 * What a reader sees. Maps on a grid, subjects' data, designs, null distributions and p-values come in; a
 * {@link cohort.figure.Figure} goes out: a size and a painter that draws by Java2D, at any resolution, as PNG or SVG, with
 * or without a screen. The glass brain is the maximum-intensity projection of Friston et
 * al. (1991, Journal of Cerebral Blood Flow and Metabolism 11:690), thresholded and coloured as nilearn 0.14.1 does
 * (Abraham et al. 2014, Frontiers in Neuroinformatics 8:14), in an outline taken from the mask, so that any species gets
 * its own. Outliers among the subjects are found by leaving one out (Belsley, Kuh and Welsch 1980) and the rule of Iglewicz
 * and Hoaglin (1993).
 */
package cohort.figure;
