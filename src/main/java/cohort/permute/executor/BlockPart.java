package cohort.permute.executor;

import cohort.cluster.Excursion;
import java.io.Serializable;

/**
 * What a block of shuffles gave on some neighbouring voxels.
 *
 * @param first the number of the first shuffle among all
 * @param voxel the place in mask order of the first voxel
 * @param excursions contrasts x shuffles x sides
 * @param reached contrasts x voxels of the part: how many of the shuffles reach the voxel's unshuffled value; no voxels where
 *     this is not counted
 */
public record BlockPart(int first, int voxel, Excursion.Part[][][] excursions, int[][] reached)
        implements Serializable {}
