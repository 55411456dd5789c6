/**
 * An HTML page as a tree. Elements, text and figures come in; one page that stands alone goes out, its style and script
 * in it (WHATWG HTML).
 */
package cohort.report.html;
