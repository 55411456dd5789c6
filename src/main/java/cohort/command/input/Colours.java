package cohort.command.input;

import cohort.figure.colour.ColourMap;
import java.util.Optional;

/** The colours that a user asks for. */
public final class Colours {
    private Colours() {}

    /**
     * @param lut a colour map's name; {@code auto} or nothing to have it chosen
     * @throws cohort.InputException if there is no such map
     */
    public static Optional<ColourMap> of(String lut) {
        return lut.isBlank() || lut.equals("auto") ? Optional.empty() : Optional.of(ColourMap.named(lut));
    }
}
