/**
 * The look at the data before any statistics. Maps come in; how far each lies from the others goes out, by leaving it
 * out (Belsley, Kuh &amp; Welsch 1980, Regression Diagnostics) and the rule of Iglewicz &amp; Hoaglin (1993, How to
 * Detect and Handle Outliers).
 */
package cohort.quality;
