package cohort.matrix;

/**
 * A matrix less the mean over its maps, in each voxel.
 *
 * @param of the values
 */
record CenteredVoxels(VoxelMatrix of) implements VoxelMatrix {

    @Override
    public int voxels() {
        return of.voxels();
    }

    @Override
    public int maps() {
        return of.maps();
    }

    @Override
    public void read(int first, int n, double[][] rows) {
        of.read(first, n, rows);
        for (int v = 0; v < n; v++) {
            double origin = rows[0][v], sum = 0; // of differences, so that a constant leaves nothing
            for (double[] row : rows) sum += row[v] - origin;
            double mean = origin + sum / rows.length;
            for (double[] row : rows) row[v] -= mean;
        }
    }

    @Override
    public boolean isHeld() {
        return of.isHeld();
    }
}
