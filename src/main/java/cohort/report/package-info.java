/**
 * What a run leaves behind besides its maps' voxels: where each file stands, the design, the table of the null
 * distributions, and run.json, which holds all that is needed to repeat the run. From such a folder goes out the report:
 * one HTML page that stands alone, with a methods paragraph that cites what was used; the page is a tree of
 * {@link cohort.report.Element}s, each part of it a {@link cohort.report.Section}. File names follow the derivatives of BIDS (Gorgolewski et
 * al. 2016, Scientific Data 3:160044) as nilearn 0.14.0 writes them.
 */
package cohort.report;
