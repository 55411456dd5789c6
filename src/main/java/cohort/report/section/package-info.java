/**
 * The parts of the report, one class each, in the order of the page. Results come in, elements go out.
 */
package cohort.report.section;
