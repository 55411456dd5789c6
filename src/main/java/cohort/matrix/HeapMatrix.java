package cohort.matrix;

import java.io.Serializable;

/** A matrix in memory, tile by tile, so that no array is long and the values of a tile are neighbours. */
public final class HeapMatrix implements FilledMatrix, Serializable {
    private static final long serialVersionUID = 1L;

    private final int voxels, maps;
    private final double[][] tiles; // tile, map x voxel

    /** @param maps number of maps; all values are 0 */
    public HeapMatrix(int voxels, int maps) {
        this.voxels = voxels;
        this.maps = maps;
        tiles = new double[(int) (((long) voxels + TILE - 1) / TILE)][];
        for (int t = 0; t < tiles.length; t++) tiles[t] = new double[Math.multiplyExact(maps, width(t))];
    }

    private int width(int tile) {
        return Math.min(TILE, voxels - tile * TILE);
    }

    @Override
    public int voxels() {
        return voxels;
    }

    @Override
    public int maps() {
        return maps;
    }

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public void put(int map, double[] values) {
        for (int t = 0; t < tiles.length; t++) System.arraycopy(values, t * TILE, tiles[t], map * width(t), width(t));
    }

    /** Takes the values of a tile. */
    void put(int first, int n, double[][] rows) {
        for (int m = 0; m < maps; m++) System.arraycopy(rows[m], 0, tiles[first / TILE], m * n, n);
    }

    @Override
    public void read(int first, int n, double[][] rows) {
        for (int v = first, done = 0, more; done < n; v += more, done += more) {
            int tile = v / TILE, from = v % TILE, width = width(tile);
            more = Math.min(n - done, width - from);
            for (int m = 0; m < maps; m++) System.arraycopy(tiles[tile], m * width + from, rows[m], done, more);
        }
    }

    /** A tile itself, map by map. */
    double[] tile(int index) {
        return tiles[index];
    }
}
