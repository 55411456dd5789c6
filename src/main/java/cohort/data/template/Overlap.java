package cohort.data.template;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;

/** How much of a mask and of an image is the same place. */
final class Overlap {
    private static final int SAMPLES = 100_000;

    private Overlap() {}

    /** Twice the volume that both share, by the sum of their volumes (Dice 1945), 0 to 1, about; an image is where it is not 0. */
    static double of(Mask mask, Volume image) {
        Grid grid = image.grid();
        double[] values = image.values();
        int seen = 0;
        for (double value : values) if (value != 0) seen++;
        int every = Math.max(1, mask.size() / SAMPLES), looked = 0, within = 0;
        for (int v = 0; v < mask.size(); v += every) {
            double[] mm = mask.grid().toMm(mask.gridIndex(v)), at = grid.toVoxel(mm[0], mm[1], mm[2]);
            int i = (int) Math.round(at[0]), j = (int) Math.round(at[1]), k = (int) Math.round(at[2]);
            looked++;
            if (Math.min(i, Math.min(j, k)) < 0 || i >= grid.nx() || j >= grid.ny() || k >= grid.nz()) continue;
            if (values[grid.index(i, j, k)] != 0) within++;
        }
        double shared = mask.volumeMm3() * within / Math.max(1, looked);
        double both = mask.volumeMm3() + seen * grid.voxelVolume();
        return both > 0 ? 2 * shared / both : 0;
    }
}
