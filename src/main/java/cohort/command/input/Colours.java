package cohort.command.input;

import cohort.command.viewer.Viewer;
import cohort.figure.colour.ColourMap;
import java.util.Optional;

/** The colours that a user asks for. */
public final class Colours {
    private Colours() {}

    /**
     * @param lut the name of a colour map, or of a lookup table of the program around; {@code auto} or nothing to have it
     *     chosen
     * @throws cohort.InputException if there is no such map
     */
    public static Optional<ColourMap> of(String lut, Viewer viewer) {
        return lut.isBlank() || lut.equals("auto")
                ? Optional.empty()
                : Optional.of(ColourMap.find(lut).or(() -> viewer.lut(lut)).orElseGet(() -> ColourMap.named(lut)));
    }
}
