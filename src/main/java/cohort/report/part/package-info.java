/**
 * Parts of a report on one contrast that stand in its sections. What was found comes in; elements of the page go out. Intervals of means
 * follow Student (1908).
 */
package cohort.report.part;
