/**
 * What a run leaves behind besides its maps' voxels: where each file stands, the design, the table of the null
 * distributions, and run.json, which holds all that is needed to repeat the run. File names follow the derivatives of BIDS
 * (Gorgolewski et al. 2016, Scientific Data 3:160044) as nilearn 0.14.1 writes them. From such a folder goes out the
 * report: one HTML page that stands alone, with a methods paragraph that cites what was used. The page is a tree of
 * elements, and each part of it a section.
 */
package cohort.report;
