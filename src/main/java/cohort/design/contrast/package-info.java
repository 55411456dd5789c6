/**
 * The text of contrasts. A text or a file of weights, FSL's too, comes in; rows of weights over the regressors and a
 * name fit for files go out.
 */
package cohort.design.contrast;
