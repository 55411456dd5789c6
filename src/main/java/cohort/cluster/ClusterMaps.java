package cohort.cluster;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * What each voxel's cluster measures; 0 for voxels in no cluster.
 *
 * @param size number of voxels
 * @param mass sum over the voxels of their height above the threshold
 */
public record ClusterMaps(RandomAccessibleInterval<DoubleType> size, RandomAccessibleInterval<DoubleType> mass) {}
