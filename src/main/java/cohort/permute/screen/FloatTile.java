package cohort.permute.screen;

import cohort.permute.tile.VoxelTile;

/** A tile in single precision. One instance per thread. */
final class FloatTile {
    /** Half of what the last digit is worth: a number is off by this fraction of itself at most. */
    static final double ROUNDING = 0x1p-24;

    private final float[][] rows;
    private final boolean[] zero = new boolean[VoxelTile.SIZE];
    private int length;

    FloatTile(int subjects) {
        rows = new float[subjects][VoxelTile.SIZE];
    }

    /** Takes in the scaled residuals. */
    void load(VoxelTile tile) {
        length = tile.length();
        double[][] residuals = tile.residuals();
        for (int i = 0; i < rows.length; i++)
            for (int j = 0; j < VoxelTile.SIZE; j++) rows[i][j] = (float) residuals[i][j];
        for (int j = 0; j < length; j++) {
            zero[j] = true;
            for (double[] row : residuals) zero[j] &= row[j] == 0;
        }
    }

    /** How many voxels there are. */
    int length() {
        return length;
    }

    /** Subjects x voxels. */
    float[][] rows() {
        return rows;
    }

    /** Whether nothing is left of a voxel's data, whose statistic is then 0 under every shuffle. */
    boolean isZero(int place) {
        return zero[place];
    }

    /**
     * A bound of the error of an inner product of two unit vectors: both are rounded, then each product and each sum (Higham 2002,
     * Accuracy and Stability of Numerical Algorithms, section 3.1); the rest is for numbers so small that digits are lost.
     *
     * @param terms how many products are summed
     */
    static double error(int terms) {
        return (terms + 4) * ROUNDING * 1.01 + terms * 0x1p-120;
    }
}
