/**
 * What the values of a map are, and which p they have. A header, a name or a user's word comes in; a {@link
 * cohort.threshold.statistic.Statistic} with its null distribution goes out. Codes are NIfTI's intents.
 */
package cohort.threshold.statistic;
