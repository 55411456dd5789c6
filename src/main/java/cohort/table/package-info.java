/**
 * Who is in the analysis. A table file, a folder, a glob or a 4D file comes in; a {@link cohort.table.Cohort} goes out:
 * one map per subject and the subjects' covariates, row by row. Tables are CSV (RFC 4180) or TSV with one header line,
 * and missing values as in BIDS (Gorgolewski et al. 2016, Scientific Data 3:160044). Matrices beside it, of designs,
 * contrasts and blocks, may also be plain numbers or FSL's files ({@link cohort.table.MatrixFile}).
 */
package cohort.table;
