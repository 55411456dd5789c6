package cohort.image.resample;

/**
 * The cubic spline through the voxels: the filter that turns values into coefficients of B-splines, with the image
 * mirrored at its border, and their sum (Unser, Aldroubi and Eden 1993, IEEE Trans Signal Process 41:834). As
 * scipy.ndimage.map_coordinates of order 3.
 */
final class CubicBSpline implements Interpolation {
    private static final double POLE = Math.sqrt(3) - 2;
    private static final double GAIN = (1 - POLE) * (1 - 1 / POLE);

    @Override
    public String name() {
        return "cubic";
    }

    @Override
    public int points() {
        return 4;
    }

    @Override
    public int weights(double position, double[] weights) {
        int floor = (int) Math.floor(position);
        double t = position - floor, s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = (4 - 3 * t * t * (1 + s)) / 6;
        weights[2] = (4 - 3 * s * s * (1 + t)) / 6;
        weights[3] = t * t * t / 6;
        return floor - 1;
    }

    @Override
    public double[] coefficients(double[] values, int... size) {
        int stride = 1;
        for (int length : size) {
            if (length > 1) filter(values, length, stride);
            stride *= length;
        }
        return values;
    }

    /** Filters all lines along an axis. */
    private static void filter(double[] values, int length, int stride) {
        double[] line = new double[length];
        for (int block = 0; block < values.length; block += length * stride)
            for (int first = block; first < block + stride; first++) {
                for (int p = 0; p < length; p++) line[p] = GAIN * values[first + p * stride];
                filter(line);
                for (int p = 0; p < length; p++) values[first + p * stride] = line[p];
            }
    }

    /** Up and down the line, each way starting as if the line had been mirrored for ever. */
    private static void filter(double[] c) {
        int last = c.length - 1;
        double round = Math.pow(POLE, last), power = POLE, start = c[0] + round * c[last];
        for (int p = 1; p < last; p++, power *= POLE) start += power * (c[p] + round * c[last - p]);
        c[0] = start / (1 - round * round);
        for (int p = 1; p <= last; p++) c[p] += POLE * c[p - 1];
        c[last] = (POLE * c[last - 1] + c[last]) * POLE / (POLE * POLE - 1);
        for (int p = last - 1; p >= 0; p--) c[p] = POLE * (c[p + 1] - c[p]);
    }
}
