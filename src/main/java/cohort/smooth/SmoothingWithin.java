package cohort.smooth;

import cohort.image.Grid;
import java.util.Arrays;

/**
 * Gaussian smoothing among some voxels of a grid: each gets the mean of their values, weighted by a Gaussian about it. Voxels
 * outside have no weight, so that a constant stays the same up to the border.
 */
public final class SmoothingWithin {
    private final int[] size = new int[3];
    private final int[] place;
    private final GaussianKernel[] kernels = new GaussianKernel[3];
    private final double[] weight;

    /**
     * @param grid the grid
     * @param voxels indices on it ({@link Grid#index}), at least one
     * @param fwhm full width at half maximum in mm, at least 0
     */
    public SmoothingWithin(Grid grid, int[] voxels, double fwhm) {
        int[] least = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            least[axis] = Arrays.stream(voxels)
                    .map(v -> grid.coordinate(v, along))
                    .min()
                    .orElseThrow();
            size[axis] = 1
                    - least[axis]
                    + Arrays.stream(voxels)
                            .map(v -> grid.coordinate(v, along))
                            .max()
                            .orElseThrow();
            kernels[axis] = new GaussianKernel(fwhm / (Smoothing.FWHM * grid.voxelSize(axis)));
        }
        place = Arrays.stream(voxels)
                .map(v -> grid.coordinate(v, 0)
                        - least[0]
                        + size[0] * (grid.coordinate(v, 1) - least[1] + size[1] * (grid.coordinate(v, 2) - least[2])))
                .toArray();
        weight = new double[voxels.length];
        Arrays.fill(weight, 1);
        convolve(weight);
    }

    /**
     * Smooths values in place. May be called by several threads.
     *
     * @param values one for each voxel, in their order
     */
    public void smooth(double[] values) {
        convolve(values);
        for (int v = 0; v < values.length; v++) values[v] /= weight[v];
    }

    /** In the box around the voxels, with zeros outside of them. */
    private void convolve(double[] values) {
        double[] box = new double[size[0] * size[1] * size[2]];
        for (int v = 0; v < place.length; v++) box[place[v]] = values[v];
        LineFilter filter = new LineFilter(box, size[0], size[1], size[2], value -> value, LineFilter.Border.ZERO);
        for (int axis = 0; axis < 3; axis++) if (kernels[axis].radius() > 0) filter.convolve(axis, kernels[axis]);
        for (int v = 0; v < place.length; v++) values[v] = box[place[v]];
    }
}
