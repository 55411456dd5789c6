package cohort.image.resample;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.type.numeric.real.FloatType;

/** Brings volumes to other grids, by where their voxels lie in mm and never by how they are stored. */
public final class Resampling {
    private Resampling() {}

    /**
     * Gives the values that a volume has at the voxels of another grid.
     *
     * @param volume the values, which need not be finite: a new value is NaN if one next to its place is not
     * @param grid where values are wanted
     * @param interpolation how a value between voxels follows from those around it
     * @param outside the value of voxels beyond the centres of the outermost voxels of the volume
     * @return a volume on the grid; FloatType if the volume is of FloatType, DoubleType otherwise
     */
    public static Volume resample(Volume volume, Grid grid, Interpolation interpolation, Double outside) {
        double[] values = new Resampler(volume, interpolation, outside).at(grid);
        if (!(volume.voxels().getType() instanceof FloatType)) return Volume.of(grid, values);
        float[] floats = new float[values.length];
        for (int v = 0; v < floats.length; v++) floats[v] = (float) values[v];
        return Volume.of(grid, floats);
    }

    /**
     * The same values in another order, where both grids have their voxels in the same places and only count them from
     * another corner or along other axes. Nothing is interpolated.
     *
     * @param volume the values
     * @param grid the order that is wanted
     * @return the volume on the grid; nothing if its voxels lie in other places
     */
    public static Optional<Volume> reorder(Volume volume, Grid grid) {
        if (volume.grid().sameSpace(grid)) return Optional.of(new Volume(grid, volume.voxels()));
        if (!areSteps(volume.grid(), grid)) return Optional.empty();
        return Optional.of(resample(volume, grid, new NearestNeighbour(), Double.NaN));
    }

    /** Whether two grids have their voxels in the same places, in whatever order. */
    public static boolean samePlaces(Grid one, Grid other) {
        return one.sameSpace(other) || areSteps(one, other);
    }

    /** Whether a step along an axis of the one is a step along an axis of the other, and the corners are the same. */
    private static boolean areSteps(Grid from, Grid to) {
        VoxelTransform map = VoxelTransform.between(to, from);
        int[] axes = new int[3];
        for (int column = 0; column < 3; column++) {
            axes[column] = -1;
            for (int row = 0; row < 3; row++) if (Math.abs(map.of(row, column)) > 0.5) axes[column] = row;
            if (axes[column] < 0 || to.size(column) != from.size(axes[column])) return false;
        }
        if (Arrays.stream(axes).distinct().count() < 3) return false;
        double[] affine = new double[12];
        for (int column = 0; column < 3; column++) {
            boolean back = map.of(axes[column], column) < 0;
            for (int row = 0; row < 3; row++) {
                double step = from.affine(row, axes[column]);
                affine[4 * row + column] = back ? -step : step;
                affine[4 * row + 3] += back ? step * (to.size(column) - 1) : 0;
            }
        }
        for (int row = 0; row < 3; row++) affine[4 * row + 3] += from.affine(row, 3);
        return new Grid(to.nx(), to.ny(), to.nz(), affine).sameSpace(to);
    }
}
