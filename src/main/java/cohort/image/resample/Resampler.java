package cohort.image.resample;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/** One volume, ready to be asked for values between its voxels. */
final class Resampler {
    /** So far outside, in voxels, a place is taken as on the border: affines in files are rounded. */
    private static final double ROUNDING = 1e-3;

    private final Grid grid;
    private final Interpolation interpolation;
    private final double outside;
    private final boolean[] missing;
    private final double[] coefficients;

    Resampler(Volume volume, Interpolation interpolation, double outside) {
        this.grid = volume.grid();
        this.interpolation = interpolation;
        this.outside = outside;
        double[] values = volume.values();
        boolean[] notFinite = new boolean[values.length];
        boolean any = false;
        for (int v = 0; v < values.length; v++)
            if (!Double.isFinite(values[v])) {
                values[v] = 0;
                notFinite[v] = any = true;
            }
        this.missing = any ? notFinite : new boolean[0];
        this.coefficients = interpolation.coefficients(values, grid.nx(), grid.ny(), grid.nz());
    }

    /** The values at the voxels of another grid, in the order of the file. */
    double[] at(Grid target) {
        VoxelTransform map = VoxelTransform.between(target, grid);
        double[] values = new double[target.voxels()];
        List<Integer> planes = IntStream.range(0, target.nz()).boxed().toList();
        Parallelization.getTaskExecutor().forEach(planes, k -> fill(values, target, map, k));
        return values;
    }

    private void fill(double[] values, Grid target, VoxelTransform map, int k) {
        // One for each column: where the grids' axes are parallel, it stays where it is from row to row.
        Axis[] columns = new Axis[target.nx()];
        for (int i = 0; i < columns.length; i++) columns[i] = new Axis(0);
        Axis y = new Axis(1), z = new Axis(2);
        for (int j = 0, v = target.index(0, 0, k); j < target.ny(); j++)
            for (int i = 0; i < target.nx(); i++, v++) {
                Axis x = columns[i];
                boolean inside =
                        x.moveTo(map.at(0, i, j, k)) & y.moveTo(map.at(1, i, j, k)) & z.moveTo(map.at(2, i, j, k));
                values[v] = inside ? value(x, y, z) : outside;
            }
    }

    private double value(Axis x, Axis y, Axis z) {
        if (missing.length > 0 && touchesMissing(x, y, z)) return Double.NaN;
        double value = 0;
        for (int c = 0; c < z.weights.length; c++)
            for (int b = 0; b < y.weights.length; b++) {
                double line = 0;
                for (int a = 0; a < x.weights.length; a++)
                    line += x.weights[a] * coefficients[x.offsets[a] + y.offsets[b] + z.offsets[c]];
                value += z.weights[c] * y.weights[b] * line;
            }
        return value;
    }

    /** A spline has weight at voxels further away, too little to make its value unknown. */
    private boolean touchesMissing(Axis x, Axis y, Axis z) {
        for (int cz : z.around) for (int cy : y.around) for (int cx : x.around) if (missing[cx + cy + cz]) return true;
        return false;
    }

    /** The points along one axis that count for a place. */
    private final class Axis {
        private final int size, stride;
        private final double[] weights = new double[interpolation.points()];
        private final int[] offsets = new int[interpolation.points()], around = new int[2];
        private double place = Double.NaN;
        private boolean inside;

        Axis(int number) {
            this.size = grid.size(number);
            this.stride = number == 0 ? 1 : number == 1 ? grid.nx() : grid.nx() * grid.ny();
        }

        /** Whether the place lies within the image. From voxel to voxel, it is often the same. */
        boolean moveTo(double to) {
            if (to == place) return inside;
            place = to;
            inside = to >= -ROUNDING && to <= size - 1 + ROUNDING;
            if (inside) weigh(Math.min(Math.max(to, 0), size - 1.0));
            return inside;
        }

        private void weigh(double position) {
            int first = interpolation.weights(position, weights);
            for (int p = 0; p < offsets.length; p++) offsets[p] = stride * mirrored(first + p);
            boolean nearest = weights.length == 1;
            around[0] = nearest ? offsets[0] : stride * (int) Math.floor(position);
            around[1] = nearest ? offsets[0] : stride * (int) Math.ceil(position);
        }

        private int mirrored(int p) {
            if (size == 1) return 0;
            int q = Math.floorMod(p, 2 * (size - 1));
            return q < size ? q : 2 * (size - 1) - q;
        }
    }
}
