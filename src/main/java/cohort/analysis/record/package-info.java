/**
 * What a run says of itself. Settings, inputs, subjects and tests come in; run.json, which holds all that is needed to
 * repeat the run, and the headers of its maps go out.
 */
package cohort.analysis.record;
