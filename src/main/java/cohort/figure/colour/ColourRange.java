package cohort.figure.colour;

import cohort.InputException;
import cohort.text.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From values to colours.
 *
 * @param lut the colours
 * @param low the value at the lower end of the colour bar
 * @param high the value at the upper end, above {@code low}
 * @param threshold values v with |v| up to it are not shown
 */
public record ColourRange(ColourMap lut, double low, double high, double threshold) {

    /**
     * The range of a map: from 0 to the largest |v|, on the side or sides of 0 on which the map has values. A {@code vmax}
     * takes the place of the largest |v|, a {@code vmin} that of the lower end. The range reaches the threshold even if the
     * map does not.
     *
     * @param least the map's least value
     * @param most the map's greatest value
     * @throws InputException if {@code vmin} leaves no colours
     */
    public static ColourRange of(
            double least,
            double most,
            double threshold,
            OptionalDouble vmin,
            OptionalDouble vmax,
            Optional<ColourMap> colours) {
        boolean negative = least < 0 && !hidesNegative(vmin), positive = most > 0 || !negative;
        double extreme = reach(Math.max(negative ? -least : 0, Math.abs(most)), vmax, threshold);
        double low = vmin.orElse(negative ? -extreme : 0), high = positive ? extreme : 0;
        if (!(low < high))
            throw new InputException("vmin: found " + Numbers.text(low) + ", expected a number below "
                    + Numbers.text(high) + ", where the colours end.");
        return new ColourRange(colours.orElse(low < 0 ? ColourMap.RDBU : ColourMap.INFERNO), low, high, threshold);
    }

    /** Whether colours begin at 0 or above, so that values below 0 have none and are not shown. */
    public static boolean hidesNegative(OptionalDouble vmin) {
        return vmin.isPresent() && vmin.getAsDouble() >= 0;
    }

    /** Whether a value is seen: it is finite, beyond the threshold, and not below 0 where colours begin at 0 or above. */
    public boolean shows(double value) {
        return Math.abs(value) > threshold && Math.abs(value) <= Double.MAX_VALUE && (value > 0 || low < 0);
    }

    private static double reach(double extreme, OptionalDouble vmax, double threshold) {
        return vmax.orElse(extreme > threshold ? extreme : threshold > 0 ? threshold : 1);
    }

    /** The colour of a value, 0xFFRRGGBB. A diverging map has its middle at 0 whatever the range. */
    public int rgb(double value) {
        double extreme = Math.max(Math.abs(low), Math.abs(high));
        return lut.rgb(lut.isDiverging() ? 0.5 + value / extreme / 2 : (value - low) / (high - low));
    }
}
