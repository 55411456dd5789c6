/**
 * How many voxels of a set are true discoveries at least. A map of a statistic and what shuffles say of Simes' thresholds come in;
 * bounds for clusters, or for the regions of a label map, go out. They hold for all sets of voxels together, so that sets may be
 * chosen by what the map shows. Methods: Andreella et al. 2023, Statistics in Medicine 42:2311; Blanchard, Neuvial &amp; Roquain
 * 2020, Annals of Statistics 48:1281; Rosenblatt et al. 2018, NeuroImage 181:786.
 */
package cohort.threshold.discovery;
