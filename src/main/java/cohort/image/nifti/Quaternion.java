package cohort.image.nifti;

import java.math.BigDecimal;

/**
 * A rotation a + bi + cj + dk with a not negative.
 *
 * @see <a href="https://nifti.nimh.nih.gov/nifti-1/documentation/nifti1fields/nifti1fields_pages/quatern.html">NIfTI-1,
 *     method 2</a>
 */
public record Quaternion(double a, double b, double c, double d) {

    /**
     * Completes the vector part to a quaternion of length 1.
     *
     * @param threshold a² below this is rounding error and counts as 0
     * @throws IllegalArgumentException if the vector is longer than 1 or not finite
     */
    static Quaternion ofVector(double b, double c, double d, double threshold) {
        double a2 = Double.isFinite(b + c + d) ? oneMinusSquares(b, c, d) : Double.NaN;
        if (!(a2 > -threshold))
            throw new IllegalArgumentException("found a qform whose quaternion (" + b + ", " + c + ", " + d
                    + ") is not a rotation, expected a length of at most 1; correct the orientation in the header");
        return new Quaternion(a2 < threshold ? 0 : Math.sqrt(a2), b, c, d);
    }

    /** Without rounding, because the difference of nearly equal numbers would leave little but rounding errors. */
    private static double oneMinusSquares(double... numbers) {
        BigDecimal rest = BigDecimal.ONE;
        for (double number : numbers) rest = rest.subtract(new BigDecimal(number).pow(2));
        return rest.doubleValue();
    }

    /** The quaternion of a rotation matrix (9 numbers, row by row), from its largest component for precision. */
    static Quaternion ofRotation(double... r) {
        double trace = r[0] + r[4] + r[8];
        double a, b, c, d;
        if (trace > 0) {
            a = Math.sqrt(1 + trace) / 2;
            b = (r[7] - r[5]) / (4 * a);
            c = (r[2] - r[6]) / (4 * a);
            d = (r[3] - r[1]) / (4 * a);
        } else if (r[0] >= r[4] && r[0] >= r[8]) {
            b = Math.sqrt(1 + r[0] - r[4] - r[8]) / 2;
            a = (r[7] - r[5]) / (4 * b);
            c = (r[1] + r[3]) / (4 * b);
            d = (r[2] + r[6]) / (4 * b);
        } else if (r[4] >= r[8]) {
            c = Math.sqrt(1 + r[4] - r[0] - r[8]) / 2;
            a = (r[2] - r[6]) / (4 * c);
            b = (r[1] + r[3]) / (4 * c);
            d = (r[5] + r[7]) / (4 * c);
        } else {
            d = Math.sqrt(1 + r[8] - r[0] - r[4]) / 2;
            a = (r[3] - r[1]) / (4 * d);
            b = (r[2] + r[6]) / (4 * d);
            c = (r[5] + r[7]) / (4 * d);
        }
        return a < 0 ? new Quaternion(-a, -b, -c, -d) : new Quaternion(a, b, c, d);
    }

    /** The rotation matrix, 9 numbers row by row; its length need not be 1. */
    public double[] rotation() {
        double s = 2 / (a * a + b * b + c * c + d * d);
        double bs = b * s, cs = c * s, ds = d * s;
        return new double[] {
            1 - (c * cs + d * ds),
            b * cs - a * ds,
            b * ds + a * cs,
            b * cs + a * ds,
            1 - (b * bs + d * ds),
            c * ds - a * bs,
            b * ds - a * cs,
            c * ds + a * bs,
            1 - (b * bs + c * cs)
        };
    }
}
