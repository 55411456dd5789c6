/**
 * Sentences on results. A run and what it found come in; the question it asked, its answer and the paragraph for the
 * methods go out, with the works to cite.
 */
package cohort.report.words;
