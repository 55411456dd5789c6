package cohort.figure.space;

import java.util.Arrays;

/** The voxel that a figure turns to when it is told no other. */
public final class Focus {
    private Focus() {}

    /**
     * The place of the value farthest from 0. Of several such voxels, as maps of p have, the one nearest to their middle.
     *
     * @param map along the axes of space; values that are not finite do not count
     * @return x, y, z in mm; the middle of the grid if every value is 0
     */
    public static double[] of(Upright map) {
        SpaceAxes axes = map.axes();
        double most = 0;
        for (double value : map.values())
            if (Math.abs(value) > most && Math.abs(value) <= Double.MAX_VALUE) most = Math.abs(value);
        if (most == 0) return mm(axes, axes.size(0) / 2, axes.size(1) / 2, axes.size(2) / 2);
        double[] sum = new double[3];
        int n = 0;
        int[][] ties = new int[16][];
        for (int z = 0; z < axes.size(2); z++)
            for (int y = 0; y < axes.size(1); y++)
                for (int x = 0, v = axes.index(0, y, z); x < axes.size(0); x++, v += axes.stride(0)) {
                    if (Math.abs(map.values()[v]) != most) continue;
                    if (n == ties.length) ties = Arrays.copyOf(ties, 2 * ties.length);
                    ties[n++] = new int[] {x, y, z};
                    sum[0] += x;
                    sum[1] += y;
                    sum[2] += z;
                }
        int[] best = ties[0];
        double nearest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            double distance = 0;
            for (int s = 0; s < 3; s++) distance += Math.pow((ties[t][s] - sum[s] / n) * axes.spacing(s), 2);
            if (distance < nearest) {
                nearest = distance;
                best = ties[t];
            }
        }
        return mm(axes, best[0], best[1], best[2]);
    }

    private static double[] mm(SpaceAxes axes, int... voxel) {
        double[] mm = new double[3];
        for (int s = 0; s < 3; s++) mm[s] = axes.low(s) + (voxel[s] + 0.5) * axes.spacing(s);
        return mm;
    }
}
