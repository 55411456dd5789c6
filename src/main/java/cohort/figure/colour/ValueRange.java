package cohort.figure.colour;

import cohort.text.Numbers;

/**
 * How far the values of a map reach.
 *
 * @param least the least finite value, 0 if there is none
 * @param most the greatest finite value, 0 if there is none
 * @param finite whether there is a finite value
 * @param isMask whether there are values other than 0, and all of them are the same
 */
public record ValueRange(double least, double most, boolean finite, boolean isMask) {
    /** Where on the colours a mask's only value lies: a strong one in every map. */
    private static final double MASK = 0.62;

    public static ValueRange of(double[] values) {
        double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY, only = 0;
        boolean several = false;
        for (double value : values) {
            if (!Double.isFinite(value)) continue;
            if (value != 0) {
                several |= only != 0 && value != only;
                only = value;
            }
            if (value < least) least = value;
            if (value > most) most = value;
        }
        boolean finite = least <= most;
        return new ValueRange(finite ? least : 0, finite ? most : 0, finite, only != 0 && !several);
    }

    /** How far the colours reach, if nobody says it: of a mask farther, so that its value is not the palest. */
    public ValueRange ofColours() {
        return isMask ? new ValueRange(least / MASK, most / MASK, finite, true) : this;
    }

    /** The values of both. */
    public ValueRange with(ValueRange other) {
        boolean same = !finite || !other.finite || least == other.least && most == other.most;
        return new ValueRange(
                Math.min(least, other.least),
                Math.max(most, other.most),
                finite || other.finite,
                isMask && other.isMask && same);
    }

    /** Why nothing is seen beyond a threshold, empty if something is. */
    public String emptiness(double threshold) {
        if (!finite) return "no finite value";
        if (least == 0 && most == 0) return "every value is 0";
        if (Math.max(-least, most) > threshold) return "";
        return (least < 0 ? "no voxel beyond\u00a0\u00b1" : "no voxel above\u00a0") + Numbers.text(threshold);
    }
}
