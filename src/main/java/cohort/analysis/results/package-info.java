/**
 * What an analysis found, as a value. Maps, tests and the record of a run come in; a folder of results goes out, all of it at
 * once, and is read back as the results of that run alone. File names follow the derivatives of BIDS (Gorgolewski et al. 2016,
 * Scientific Data 3:160044) as nilearn 0.14.1 writes them.
 */
package cohort.analysis.results;
