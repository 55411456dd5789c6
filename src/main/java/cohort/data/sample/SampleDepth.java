package cohort.data.sample;

import cohort.image.Grid;

/**
 * How deep voxels lie in a body: the length of the shortest way out over neighbours that share a face, an edge or a corner
 * (Borgefors 1986, Computer Vision, Graphics, and Image Processing 34:344), on a grid of cubes.
 */
final class SampleDepth {
    private static final float[] STEP = {0, 1, 1.4142135f, 1.7320508f};
    private static final int PASSED = 13;

    private SampleDepth() {}

    /**
     * @param inside for each voxel in the order of the file, whether it is in the body
     * @return mm from the middle of a voxel to the surface, about; 0 outside
     */
    static float[] of(Grid grid, boolean[] inside) {
        // With a border, so that each voxel has all its neighbours.
        int row = grid.nx() + 2, plane = row * (grid.ny() + 2);
        float[] steps = new float[plane * (grid.nz() + 2)];
        int[] places = new int[inside.length];
        for (int v = 0; v < inside.length; v++) {
            places[v] =
                    1 + grid.coordinate(v, 0) + row * (1 + grid.coordinate(v, 1)) + plane * (1 + grid.coordinate(v, 2));
            if (inside[v]) steps[places[v]] = Float.MAX_VALUE;
        }
        int[] away = new int[PASSED];
        float[] length = new float[PASSED];
        for (int n = 0; n < PASSED; n++) {
            int di = n % 3 - 1, dj = n / 3 % 3 - 1, dk = n / 9 - 1;
            away[n] = di + row * dj + plane * dk;
            length[n] = STEP[Math.abs(di) + Math.abs(dj) + Math.abs(dk)];
        }
        for (int v = 0; v < inside.length; v++) if (inside[v]) shorten(steps, places[v], away, length, 1);
        for (int v = inside.length - 1; v >= 0; v--) if (inside[v]) shorten(steps, places[v], away, length, -1);
        float size = (float) grid.voxelSize(0);
        float[] depth = new float[inside.length];
        for (int v = 0; v < depth.length; v++) depth[v] = inside[v] ? (steps[places[v]] - 0.5f) * size : 0;
        return depth;
    }

    /** By way of the neighbours that were passed before. */
    private static void shorten(float[] steps, int place, int[] away, float[] length, int sign) {
        float least = steps[place];
        for (int n = 0; n < PASSED; n++) least = Math.min(least, steps[place + sign * away[n]] + length[n]);
        steps[place] = least;
    }
}
