package cohort.report;

import cohort.image.Grid;
import cohort.mask.Mask;

/** Positions in words. */
final class Peaks {

    private Peaks() {}

    /** The voxel of the mask where the evidence for the tested side is greatest. */
    static int highest(double[] map, ContrastResults tested) {
        int highest = 0;
        for (int m = 1; m < map.length; m++)
            if (tested.tail().evidence(map[m]) > tested.tail().evidence(map[highest])) highest = m;
        return highest;
    }

    /** Where a voxel of the mask lies, in mm. */
    static String position(Mask mask, int voxel) {
        Grid grid = mask.grid();
        int index = mask.gridIndex(voxel);
        double[] mm = grid.toMm(index % grid.nx(), index / grid.nx() % grid.ny(), index / (grid.nx() * grid.ny()));
        return "(" + Words.digits(mm[0], 4) + ", " + Words.digits(mm[1], 4) + ", " + Words.digits(mm[2], 4) + ") mm";
    }
}
