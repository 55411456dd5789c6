/**
 * The design matrix and what it spans. Columns come in; an orthonormal basis of centred and scaled regressors, its rank
 * and what a contrast asks of it go out, whatever the columns' units (the rank as R's lm decides it: LINPACK's pivoted
 * QR, Dongarra et al. 1979).
 */
package cohort.design.matrix;
