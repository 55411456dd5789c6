/**
 * A folder of results as one run. The files that a run writes come in, one after the other; they go out all at once, with a
 * manifest of their names, sizes and digests in the run's record, and are read back only as that manifest has them. Until
 * then a folder holds the run before, whole. The order of steps is that of a redo log (Gray and Reuter 1992, Transaction
 * Processing, chapter 10): new files aside, the decision by one rename, then moves that may be repeated.
 */
package cohort.folder;
