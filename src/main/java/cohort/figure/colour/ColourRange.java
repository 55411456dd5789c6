package cohort.figure.colour;

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
     * takes the place of the largest |v|. The range reaches the threshold even if the map does not.
     *
     * @param least the map's least value
     * @param most the map's greatest value
     */
    public static ColourRange of(
            double least, double most, double threshold, OptionalDouble vmax, Optional<ColourMap> colours) {
        double extreme = reach(Math.max(Math.abs(least), Math.abs(most)), vmax, threshold);
        boolean negative = least < 0, positive = most > 0 || !negative;
        ColourMap lut = colours.orElse(negative ? ColourMap.RDBU : ColourMap.INFERNO);
        return new ColourRange(lut, negative ? -extreme : 0, positive ? extreme : 0, threshold);
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
