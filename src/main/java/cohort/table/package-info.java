/**
 * Tables and matrices as text. A file comes in; named columns of cells, or rows of numbers, go out. Tables are CSV (RFC
 * 4180) or TSV with one header line, and missing values as in BIDS (Gorgolewski et al. 2016, Scientific Data 3:160044).
 * Matrices of designs, contrasts and blocks may also be plain numbers or FSL's files ({@link cohort.table.MatrixFile}).
 */
package cohort.table;
