/** Screens for statistics of groups of subjects that have variances of their own. */
package cohort.permute.screen.group;
