package cohort.threshold;

import cohort.image.Grid;

/**
 * A local maximum of a statistic's magnitude.
 *
 * @param x in mm, to the right
 * @param y in mm, to the front
 * @param z in mm, up
 * @param i voxel along the grid's first axis, from 0
 * @param j voxel along the second axis, from 0
 * @param k voxel along the third axis, from 0
 * @param statistic the map's value, with its sign
 */
public record Peak(double x, double y, double z, int i, int j, int k, double statistic) {

    static Peak at(Grid grid, int index, double statistic) {
        double[] mm = grid.toMm(index);
        return new Peak(
                grid.tidy(mm[0]),
                grid.tidy(mm[1]),
                grid.tidy(mm[2]),
                grid.coordinate(index, 0),
                grid.coordinate(index, 1),
                grid.coordinate(index, 2),
                statistic);
    }

    /** Distance in mm. */
    double distance(Peak other) {
        return Math.sqrt(Math.pow(x - other.x, 2) + Math.pow(y - other.y, 2) + Math.pow(z - other.z, 2));
    }
}
