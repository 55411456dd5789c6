package cohort.data.sample;

import cohort.image.Grid;

/**
 * How deep voxels lie in a body: the length of the shortest way out over neighbours that share a face, an edge or a corner
 * (Borgefors 1986, Computer Vision, Graphics, and Image Processing 34:344), on a grid of cubes.
 */
final class SampleDepth {
    private static final float[] STEP = {0, 1, 1.4142135f, 1.7320508f};

    private SampleDepth() {}

    /**
     * @param inside for each voxel in the order of the file, whether it is in the body
     * @return mm from the middle of a voxel to the surface, about; 0 outside
     */
    static float[] of(Grid grid, boolean[] inside) {
        float[] depth = new float[inside.length];
        for (int v = 0; v < depth.length; v++) depth[v] = inside[v] ? Float.MAX_VALUE : 0;
        for (int sign : new int[] {1, -1})
            for (int n = 0; n < depth.length; n++) {
                int v = sign > 0 ? n : depth.length - 1 - n;
                if (inside[v]) shorten(grid, depth, v, sign);
            }
        float size = (float) grid.voxelSize(0);
        for (int v = 0; v < depth.length; v++) depth[v] = inside[v] ? (depth[v] - 0.5f) * size : 0;
        return depth;
    }

    /** By way of the neighbours that were passed before. */
    private static void shorten(Grid grid, float[] depth, int v, int sign) {
        int i = grid.coordinate(v, 0), j = grid.coordinate(v, 1), k = grid.coordinate(v, 2);
        for (int dk = -1; dk <= 0; dk++)
            for (int dj = -1; dj <= (dk < 0 ? 1 : 0); dj++)
                for (int di = -1; di <= (dk < 0 || dj < 0 ? 1 : -1); di++) {
                    int a = i + sign * di, b = j + sign * dj, c = k + sign * dk;
                    boolean within = a >= 0 && b >= 0 && c >= 0 && a < grid.nx() && b < grid.ny() && c < grid.nz();
                    float there = within ? depth[grid.index(a, b, c)] : 0;
                    depth[v] = Math.min(depth[v], there + STEP[Math.abs(di) + Math.abs(dj) + Math.abs(dk)]);
                }
    }
}
