package cohort.matrix;

/**
 * Some of the voxels of a matrix, which is not copied.
 *
 * @param whole the matrix
 * @param kept the voxels, in ascending order
 */
record SomeVoxels(VoxelMatrix whole, int[] kept) implements VoxelMatrix {

    @Override
    public int voxels() {
        return kept.length;
    }

    @Override
    public int maps() {
        return whole.maps();
    }

    @Override
    public boolean isHeld() {
        return whole.isHeld();
    }

    @Override
    public void read(int first, int n, double[][] rows) {
        int end = first + n;
        if (n > 0 && kept[end - 1] - kept[first] == n - 1) whole.read(kept[first], n, rows);
        else for (int from = first, to; from < end; from = to) to = readTile(first, from, end, rows);
    }

    /** Takes those that lie within a tile's length of the first of them. */
    private int readTile(int first, int from, int end, double[][] rows) {
        int to = from + 1;
        while (to < end && kept[to] - kept[from] < TILE) to++;
        double[][] around = new double[maps()][TILE];
        whole.read(kept[from], kept[to - 1] - kept[from] + 1, around);
        for (int m = 0; m < around.length; m++)
            for (int v = from; v < to; v++) rows[m][v - first] = around[m][kept[v] - kept[from]];
        return to;
    }
}
