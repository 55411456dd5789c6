/**
 * Numbers and lists as people read them. Values come in; the same words go out in the log, the tables, the figures and
 * the report, whatever the locale.
 */
package cohort.text;
