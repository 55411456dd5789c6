/**
 * What the maps hold. Files and values come in; what a reader should know goes out, once for a run: maps that are alike, empty or
 * statistics, and voxels whose size no file states. The codes of statistics are NIfTI's (Cox et al. 2004).
 */
package cohort.subjects.content;
