/**
 * A group analysis of regions: one number per region and subject comes in the place of voxels, and the same engine tests it. Maps, an
 * atlas and a model come in; a table of regions with effect, interval, p corrected over the regions (Nichols &amp; Holmes 2002) and q
 * (Benjamini &amp; Hochberg 1995) goes out.
 */
package cohort.analysis.region;
