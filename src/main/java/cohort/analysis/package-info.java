/**
 * A run is a value. Settings whose components are the keys of the macros come in; {@link cohort.analysis.GroupAnalysis} reads
 * the data and fits or permutes, and {@link cohort.analysis.results.GroupResults} go out, which know how to write themselves.
 * Commands, scripts and reports stand on this room. What is computed is published where the rooms below say so.
 */
package cohort.analysis;
