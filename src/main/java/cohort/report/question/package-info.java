/**
 * What was asked, in words: a model and its contrasts come in, sentences that a reader of a paper understands go out.
 */
package cohort.report.question;
