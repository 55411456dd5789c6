package cohort.command.viewer;

import cohort.image.Volume;
import cohort.table.Table;

/**
 * Clusters and peaks as a command hands them over to be selected in an image.
 *
 * @param labels the number of its cluster in each voxel, 0 elsewhere
 * @param clusters the rows of their table, whose columns Cluster ID, X, Y and Z tell where the peaks are, in mm
 */
public record ClusterSelection(Volume labels, Table clusters) {}
