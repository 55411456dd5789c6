/**
 * Who is in the analysis. A table, a folder, a pattern or a 4D file comes in; a {@link cohort.subjects.Cohort} goes
 * out: one map for each row and its covariates, then the {@link cohort.subjects.Maps} themselves on one grid. Folders
 * are read as BIDS has them (Gorgolewski et al. 2016, Scientific Data 3:160044).
 */
package cohort.subjects;
