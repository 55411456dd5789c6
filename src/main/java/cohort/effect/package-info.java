/**
 * How large an effect is, voxel by voxel: Cohen's d and Hedges' g, partial correlations and shares of variance, each with a
 * 95 % interval. The fitted model and a contrast come in; maps in mask order go out. Published in Hedges 1981, Journal of
 * Educational Statistics 6:107, and Steiger 2004, Psychological Methods 9:164.
 */
package cohort.effect;
