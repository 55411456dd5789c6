/**
 * Files, whole and known by their bytes. A path comes in; what goes out was written to the last byte or not at all, and
 * what was read is recorded with its SHA-256 digest (FIPS 180-4). The names of the maps in a folder of results are made
 * and read here, after the BIDS Stats Models convention (Markiewicz et al. 2021, eLife 10:e71774).
 */
package cohort.files;
