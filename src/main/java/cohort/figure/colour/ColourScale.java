package cohort.figure.colour;

import cohort.InputException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the values of a map become colours, whatever the picture.
 *
 * @param threshold values v with |v| up to it are hidden; at least 0
 * @param vmin the value at which the colours begin, from 0 on without colours for negative values, which are then not shown;
 *     empty for 0, or -vmax where the map has negative values
 * @param vmax the value that gets the last colour (and, negative, the first one of a map with both signs); empty for the
 *     largest |v| of the map
 * @param lut the colours; empty for {@link ColourMap#RDBU} where negative values are shown, else {@link ColourMap#INFERNO}
 * @param label what stands above a colour bar, e.g. {@code z}; empty for nothing
 */
public record ColourScale(
        double threshold, OptionalDouble vmin, OptionalDouble vmax, Optional<ColourMap> lut, String label) {

    /** No threshold, everything else chosen. */
    public static final ColourScale DEFAULT =
            new ColourScale(0, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), "");

    /** @throws InputException if an option is out of its range */
    public ColourScale {
        if (!(threshold >= 0 && threshold <= Double.MAX_VALUE))
            throw new InputException("threshold=" + threshold + " cannot be shown; give a number of 0 or more.");
        if (vmax.isPresent() && !(vmax.getAsDouble() > threshold && vmax.getAsDouble() <= Double.MAX_VALUE))
            throw new InputException("vmax=" + vmax.getAsDouble() + " leaves no colours beyond threshold=" + threshold
                    + "; give a vmax above the threshold.");
    }

    public ColourScale withThreshold(double value) {
        return new ColourScale(value, vmin, vmax, lut, label);
    }

    public ColourScale withVmin(double value) {
        return new ColourScale(threshold, OptionalDouble.of(value), vmax, lut, label);
    }

    public ColourScale withVmax(double value) {
        return new ColourScale(threshold, vmin, OptionalDouble.of(value), lut, label);
    }

    public ColourScale withLut(ColourMap value) {
        return new ColourScale(threshold, vmin, vmax, Optional.of(value), label);
    }

    public ColourScale withLabel(String value) {
        return new ColourScale(threshold, vmin, vmax, lut, value);
    }

    /**
     * The colours of a map.
     *
     * @param values how far they reach
     * @param abs whether |v| is shown instead of v
     * @throws InputException if {@code vmin} leaves no colours
     */
    public ColourRange range(ValueRange values, boolean abs) {
        ValueRange reach = lut.isPresent() || vmax.isPresent() ? values : values.ofColours();
        double least = reach.least(), most = reach.most();
        return ColourRange.of(abs ? 0 : least, Math.max(most, abs ? -least : most), threshold, vmin, vmax, lut);
    }
}
