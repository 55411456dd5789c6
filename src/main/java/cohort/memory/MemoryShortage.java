package cohort.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user is told when Java's memory does not suffice. */
public final class MemoryShortage {
    private MemoryShortage() {}

    /** A sentence that says what helps; nothing if memory is not what was lacking. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(OutOfMemoryError.class::isInstance)
                .findFirst()
                .map(error -> String.format(
                        Locale.ROOT,
                        "memory: the %,d MB that Java may have do not suffice; give Java more (in Fiji by Edit > Options > Memory &"
                                + " Threads, elsewhere by -Xmx), or take fewer threads, a smaller mask or memory=disk.",
                        Runtime.getRuntime().maxMemory() >> 20));
    }
}
