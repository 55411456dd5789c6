package cohort.figure.colour;

import cohort.text.Numbers;

/**
 * How far the values of a map reach.
 *
 * @param least the least finite value, 0 if there is none
 * @param most the greatest finite value, 0 if there is none
 * @param finite whether there is a finite value
 */
public record ValueRange(double least, double most, boolean finite) {

    public static ValueRange of(double[] values) {
        double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isFinite(value)) continue;
            if (value < least) least = value;
            if (value > most) most = value;
        }
        boolean finite = least <= most;
        return new ValueRange(finite ? least : 0, finite ? most : 0, finite);
    }

    /** Why nothing is seen beyond a threshold, empty if something is. */
    public String emptiness(double threshold) {
        if (!finite) return "no finite value";
        if (least == 0 && most == 0) return "every value is 0";
        if (Math.max(-least, most) > threshold) return "";
        return (least < 0 ? "no voxel beyond\u00a0\u00b1" : "no voxel above\u00a0") + Numbers.text(threshold);
    }
}
