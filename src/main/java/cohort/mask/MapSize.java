package cohort.mask;

import cohort.image.Grid;
import cohort.image.format.VolumeFile;
import cohort.memory.Storage;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;

/**
 * How large the maps of a cohort are, as far as the header of the first one tells.
 *
 * @param maps how many
 * @param grid the grid of each, when they are on one
 * @param bytes of a voxel, 4 or 8
 */
public record MapSize(int maps, Grid grid, int bytes) {

    /** Opens the first map's file. */
    public static MapSize of(Cohort cohort, CommonGrid common) {
        MapSource map = cohort.subjects().get(0).map();
        if (map instanceof MapSource.Open open)
            return new MapSize(cohort.size(), common.grid().orElse(open.map().grid()), Double.BYTES);
        MapSource.Stored stored = (MapSource.Stored) map;
        VolumeFile file = VolumeFile.open(stored.path(), stored.options());
        Grid whole = file.grid(),
                own =
                        stored.part() == MapSource.Part.SLICE
                                ? new Grid(whole.nx(), whole.ny(), 1, whole.affine())
                                : whole;
        return new MapSize(
                cohort.size(),
                common.grid().orElse(own),
                stored.part() == MapSource.Part.SLICE ? Double.BYTES : file.voxelBytes());
    }

    /**
     * Refuses maps for which there is not room enough.
     *
     * @param analysed how many voxels of each are kept at most; 0 if none are
     * @param results how many maps come out at least
     * @throws cohort.InputException if memory or the disk do not suffice
     */
    public void require(Storage storage, int analysed, int results) {
        storage.require(maps, grid.voxels(), bytes, analysed, results);
    }
}
