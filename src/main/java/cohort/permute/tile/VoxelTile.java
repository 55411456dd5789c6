package cohort.permute.tile;

import cohort.matrix.VoxelMatrix;
import java.util.Arrays;

/**
 * A run of voxels that stays in cache while every shuffle visits it. Its data are cleared of the nuisance and scaled to
 * unit length in each voxel, so that the statistic of a shuffled design is a function of inner products with it. One
 * instance per thread.
 */
public final class VoxelTile {
    /** Voxels in a tile. */
    public static final int SIZE = VoxelMatrix.TILE;

    /** Data of whose square no more than this fraction is left are explained by the nuisance alone. */
    private static final double ZERO = 1e-26;

    /** Subjects of whom the residuals are kept voxel by voxel, too, as far as they are asked for: at most 8 MB. */
    private static final int MOST_KEPT = 2048;

    private final VoxelMatrix data;
    private final int subjects;
    private final double[][] removed;
    private final double[][] residuals;
    private final double[][] byVoxel;
    private final boolean[] isKept = new boolean[SIZE];
    private final double[] before = new double[SIZE];
    private final double[] scale = new double[SIZE];
    private final double[] dot = new double[SIZE];
    private int first;
    private int length;

    /** @param removed orthonormal columns that the data are cleared of */
    public VoxelTile(VoxelMatrix data, double[][] removed) {
        this.data = data;
        this.subjects = data.maps();
        this.removed = removed;
        this.residuals = new double[subjects][SIZE];
        this.byVoxel = new double[subjects <= MOST_KEPT ? SIZE : 1][];
    }

    /** Moves to the tile that begins at a voxel, if there is one; places beyond the last voxel hold zeros. */
    public void moveTo(int voxel) {
        Arrays.fill(isKept, false);
        first = Math.min(voxel, data.voxels());
        length = Math.min(SIZE, data.voxels() - first);
        data.read(first, length, residuals);
        for (double[] row : residuals) Arrays.fill(row, length, SIZE, 0);
        Products.sumSquares(residuals, before);
        for (int pass = 0; pass < 2; pass++) // once leaves a rounding error
        for (double[] column : removed) {
                Products.multiply(column, residuals, dot);
                for (int i = 0; i < subjects; i++) Products.add(residuals[i], -column[i], dot);
            }
        Products.sumSquares(residuals, scale);
        for (int j = 0; j < SIZE; j++) scale[j] = scale[j] > ZERO * before[j] ? 1 / Math.sqrt(scale[j]) : 0;
        for (double[] row : residuals) Products.scale(row, scale);
    }

    /** The place of its first voxel in mask order. */
    public int first() {
        return first;
    }

    /** How many voxels it has: fewer than {@link #SIZE} at the end. */
    public int length() {
        return length;
    }

    /** Number of subjects. */
    public int subjects() {
        return subjects;
    }

    /** The length that the residuals of a voxel of the tile had before they were scaled; 0 if the nuisance explains them. */
    public double norm(int voxel) {
        return scale[voxel] > 0 ? 1 / scale[voxel] : 0;
    }

    /** The scaled residuals, subjects x voxels of the tile; not to be written to. */
    public double[][] residuals() {
        return residuals;
    }

    /** The scaled residuals of a voxel, one for each subject; valid until those of another one are asked for, not to be written to. */
    public double[] residuals(int voxel) {
        int place = byVoxel.length == SIZE ? voxel : 0;
        if (byVoxel[place] == null) byVoxel[place] = new double[subjects];
        if (!isKept[place]) for (int i = 0; i < subjects; i++) byVoxel[place][i] = residuals[i][voxel];
        isKept[place] = byVoxel.length == SIZE;
        return byVoxel[place];
    }
}
