package cohort.permute.tile;

import java.util.List;

/** A screen that also counts for each voxel how many shuffles reach what is aimed at, all but those that it cannot tell. */
public interface CountingScreen extends TileScreen {

    /**
     * Takes in a run of tiles as {@link #load(List)} does, and what counts in it.
     *
     * @param aims the smallest evidence that counts in each voxel of the map
     * @param first the place of the run's first voxel among them
     */
    void load(List<VoxelTile> tiles, double[] aims, int first);

    /**
     * Counts a shuffle, after its {@link #candidates}.
     *
     * @param open takes the places in the run of those voxels of which it cannot tell and that it did not count
     * @return how many these are
     */
    int count(int shuffle, int[] open);

    /**
     * Adds to each voxel of the map how many of the shuffles were counted since the run was loaded.
     *
     * @param first the place of the run's first voxel
     */
    void addCounts(int[] reached, int first);
}
