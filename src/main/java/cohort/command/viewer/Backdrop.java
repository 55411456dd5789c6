package cohort.command.viewer;

import cohort.analysis.GivenMap;
import cohort.image.Volume;
import java.util.Optional;
import java.util.function.Supplier;

/** What maps are shown over. It is made when a viewer first asks for it, so that it costs nothing where none does. */
public final class Backdrop {
    private Supplier<Shown> source;

    /**
     * A backdrop that was made.
     *
     * @param name what it is, as a user reads it, e.g. {@code mask}
     * @param volume its values, on any grid
     */
    public record Shown(String name, Volume volume) {}

    /** @param source makes it; called once at most and then forgotten with all that it holds */
    public Backdrop(Supplier<Shown> source) {
        this.source = source;
    }

    public static Backdrop mask(Supplier<Volume> mask) {
        return new Backdrop(() -> new Shown("mask", mask.get()));
    }

    /** The mask beside a map, if there is one. */
    public static Optional<Backdrop> beside(GivenMap map) {
        return map.maskBeside().map(mask -> mask(mask::toVolume));
    }

    /** The same each time. */
    public synchronized Shown shown() {
        Shown shown = source.get();
        source = () -> shown;
        return shown;
    }
}
