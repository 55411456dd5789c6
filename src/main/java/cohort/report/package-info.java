/**
 * The report on a folder of results: one HTML page that stands alone, with a methods paragraph that cites what was
 * used. Results come in, the page goes out. It is a tree of elements, and each part of it a section; methods are
 * published where the words of the report cite them.
 */
package cohort.report;
