/**
 * What a reader sees. Maps on a grid, data, designs, null distributions and p-values come in; a {@link
 * cohort.figure.paper.Figure} goes out: a size and a painter that draws by Java2D, at any resolution, as PNG, SVG or PDF,
 * with or without a screen. Maps are thresholded and coloured as nilearn 0.14.1 does (Abraham et al. 2014, Frontiers in
 * Neuroinformatics 8:14).
 */
package cohort.figure;
