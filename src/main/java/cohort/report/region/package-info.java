/**
 * The report on a test of regions. A folder of results comes in, the sections of a page go out: what was asked and answered, each region
 * with its size and its p, its values, and where it lies.
 */
package cohort.report.region;
