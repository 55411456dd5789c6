package cohort.cluster;

import cohort.InputException;
import cohort.image.Grid;
import cohort.mask.Mask;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Which voxels of a mask touch one another. Immutable; one instance serves all threads.
 *
 * <p>The mask's bounding box is laid out with a border of one voxel that never belongs to the mask, so that every
 * neighbour of a voxel lies at a constant distance from it in memory and no test for the edge of the grid is needed. At
 * a row's end and the next row's beginning one border voxel serves both, and likewise for slices.
 */
public final class Neighbours implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int connectivity;
    private final int[] positions;
    private final int[] offsets;
    private final int paddedSize;

    /**
     * @param mask at least one voxel
     * @param connectivity 6 (voxels that share a face are neighbours), 18 (or an edge) or 26 (or a corner)
     * @throws InputException if the mask is empty or the connectivity is none of the three
     */
    public Neighbours(Mask mask, int connectivity) {
        if (mask.size() == 0) throw new InputException("mask: found no voxel, expected at least one.");
        requireConnectivity(connectivity);
        this.connectivity = connectivity;

        Grid grid = mask.grid();
        int[] low = {grid.nx(), grid.ny(), grid.nz()}, high = new int[3];
        for (int v = 0; v < mask.size(); v++)
            for (int axis = 0; axis < 3; axis++) {
                int x = grid.coordinate(mask.gridIndex(v), axis);
                low[axis] = Math.min(low[axis], x);
                high[axis] = Math.max(high[axis], x + 1);
            }
        int row = high[0] - low[0] + 1;
        int slice = Math.multiplyExact(row, high[1] - low[1] + 1);
        int margin = slice + row + 1;
        paddedSize = Math.addExact(margin, Math.multiplyExact(slice, high[2] - low[2] + 1));
        positions = new int[mask.size()];
        for (int v = 0; v < positions.length; v++) {
            int index = mask.gridIndex(v);
            positions[v] = margin
                    + (grid.coordinate(index, 0) - low[0])
                    + (grid.coordinate(index, 1) - low[1]) * row
                    + (grid.coordinate(index, 2) - low[2]) * slice;
        }
        int distance = connectivity == 6 ? 1 : connectivity == 18 ? 2 : 3;
        offsets = IntStream.range(0, 27)
                .map(n -> 26 - n)
                .filter(n -> n != 13 && stepsApart(n) <= distance)
                .map(n -> (1 - n % 3) + (1 - n / 3 % 3) * row + (1 - n / 9) * slice)
                .toArray();
    }

    /** @throws InputException if it is none of the three numbers of neighbours that there are */
    public static void requireConnectivity(int connectivity) {
        if (connectivity != 6 && connectivity != 18 && connectivity != 26)
            throw new InputException("connectivity: found " + connectivity + ", expected 6, 18 or 26.");
    }

    private static int stepsApart(int n) {
        return Math.abs(n % 3 - 1) + Math.abs(n / 3 % 3 - 1) + Math.abs(n / 9 - 1);
    }

    /** 6, 18 or 26. */
    public int connectivity() {
        return connectivity;
    }

    /** Number of voxels in the mask. */
    public int size() {
        return positions.length;
    }

    /** Length of an array over the bounding box with its border. */
    int paddedSize() {
        return paddedSize;
    }

    /** For each voxel in mask order its index in a padded array; ascending. Shared: not to be written to. */
    int[] positions() {
        return positions;
    }

    /**
     * The distances in a padded array from a voxel to its neighbours, ascending: the first half is negative, i.e. comes
     * earlier in mask order. Shared: not to be written to.
     */
    int[] offsets() {
        return offsets;
    }
}
