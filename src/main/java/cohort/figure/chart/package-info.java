/**
 * Charts of numbers: designs, null distributions, p-values and all data of a group at once (Power 2017, NeuroImage
 * 154:150). Numbers come in, figures go out.
 */
package cohort.figure.chart;
