/**
 * Repeated measures. A design, a contrast and what distinguishes subjects come in; what goes out is which sums of each
 * subject's maps the contrast is about, so that the error it is compared with is the right one (error strata: Cochran
 * &amp; Cox 1957, Experimental Designs, chapter 7), and which maps may be exchanged.
 */
package cohort.design.strata;
