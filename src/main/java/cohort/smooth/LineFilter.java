package cohort.smooth;

import java.util.function.DoubleUnaryOperator;

/** Convolves a 3D array with a symmetric kernel along one axis at a time, in place. */
final class LineFilter {
    /** What lies beyond the border of the image. */
    enum Border {
        /** The image mirrored with the edge repeated: {@code b a | a b}. */
        MIRRORED {
            @Override
            int place(int p, int length) {
                int q = Math.floorMod(p, 2 * length);
                return q < length ? q : 2 * length - 1 - q;
            }
        },
        /** Zeros. */
        ZERO {
            @Override
            int place(int p, int length) {
                return p >= 0 && p < length ? p : length;
            }
        };

        /** The place on the line of what lies at p; the length itself for a 0. */
        abstract int place(int p, int length);
    }

    private final double[] values;
    private final int[] size;
    private final DoubleUnaryOperator precision;
    private final Border border;

    /**
     * @param values the image, axis 0 fastest; it is overwritten
     * @param precision what each sum is rounded by before it is stored
     */
    LineFilter(double[] values, int nx, int ny, int nz, DoubleUnaryOperator precision, Border border) {
        this.values = values;
        this.size = new int[] {nx, ny, nz};
        this.precision = precision;
        this.border = border;
    }

    /**
     * A bundle of neighbouring lines is filtered at once, so that the inner loop runs over memory in order whatever the
     * axis.
     */
    void convolve(int axis, GaussianKernel kernel) {
        int length = size[axis];
        int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
        int bundle = axis == 0 ? 1 : size[0]; // lines that lie side by side
        double[] lines = new double[(length + 1) * bundle]; // the last one stays 0
        double[] sum = new double[bundle];
        for (int first : bundleStarts(axis)) {
            for (int p = 0; p < length; p++) System.arraycopy(values, first + p * stride, lines, p * bundle, bundle);
            for (int p = 0; p < length; p++) {
                convolveAt(p, lines, sum, length, kernel);
                int to = first + p * stride;
                for (int b = 0; b < bundle; b++) values[to + b] = precision.applyAsDouble(sum[b]);
            }
        }
    }

    /** The order of the sum, centre first and then from the far end inward, is scipy's: the last bit depends on it. */
    private void convolveAt(int p, double[] lines, double[] sum, int length, GaussianKernel kernel) {
        int bundle = sum.length;
        double centre = kernel.weight(0);
        for (int b = 0; b < bundle; b++) sum[b] = lines[p * bundle + b] * centre;
        for (int d = kernel.radius(); d >= 1; d--) {
            double weight = kernel.weight(d);
            int left = border.place(p - d, length) * bundle, right = border.place(p + d, length) * bundle;
            for (int b = 0; b < bundle; b++) sum[b] += (lines[left + b] + lines[right + b]) * weight;
        }
    }

    private int[] bundleStarts(int axis) {
        int nx = size[0], ny = size[1], nz = size[2];
        int count = axis == 0 ? ny * nz : axis == 1 ? nz : ny;
        int step = axis == 1 ? nx * ny : nx;
        int[] starts = new int[count];
        for (int s = 0; s < count; s++) starts[s] = s * step;
        return starts;
    }
}
