package cohort.image;

import java.util.Locale;
import java.util.OptionalDouble;

/** The units of length that files give their sizes in. */
public final class LengthUnit {
    private LengthUnit() {}

    /**
     * How many mm a unit is.
     *
     * @param name as files write it, e.g. {@code micron}; case does not matter
     * @return empty if no unit of length of this name is known
     */
    public static OptionalDouble inMillimetres(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> OptionalDouble.of(1);
            case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> OptionalDouble.of(10);
            case "m", "meter", "meters", "metre", "metres" -> OptionalDouble.of(1e3);
            case "inch", "inches", "in" -> OptionalDouble.of(25.4);
            case "micron",
                    "microns",
                    "um",
                    "\u00b5m",
                    "\u03bcm",
                    "micrometer",
                    "micrometers",
                    "micrometre",
                    "micrometres" -> OptionalDouble.of(1e-3);
            case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> OptionalDouble.of(1e-6);
            default -> OptionalDouble.empty();
        };
    }
}
