/**
 * A run and its results. The maps of a test and what was asked come in; a folder of results goes out, all of it at
 * once, and is read back as the results of that run alone. File names follow BIDS' derivatives (Gorgolewski et al.
 * 2016, Scientific Data 3:160044) as nilearn 0.14.1 writes them.
 */
package cohort.analysis;
