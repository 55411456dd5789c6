/**
 * One window from a folder of maps to a report. What it fills in is a {@link cohort.study.Study}; what it does is what the commands
 * do, by the same calls.
 */
package cohort.imagej.workbench;
