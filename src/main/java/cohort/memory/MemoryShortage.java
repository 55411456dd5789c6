package cohort.memory;

import cohort.InputException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a user is told when Java's memory does not suffice. */
public final class MemoryShortage {
    private MemoryShortage() {}

    /**
     * Does work for whoever calls from a script, where no error is told in words.
     *
     * @throws InputException with the sentence, if memory does not suffice
     */
    public static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            Optional<String> shortage = sentence(e);
            if (shortage.isEmpty()) throw e;
            throw new InputException(shortage.get(), e);
        }
    }

    /** A sentence that says what helps; nothing if memory is not what was lacking. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(OutOfMemoryError.class::isInstance)
                .findFirst()
                .map(error -> String.format(
                        Locale.ROOT,
                        "memory: the %,d MB that Java may use are not enough; give Java more (in Fiji by Edit > Options > Memory &"
                                + " Threads, elsewhere by -Xmx), or take fewer threads, a smaller mask or memory=disk.",
                        Runtime.getRuntime().maxMemory() >> 20));
    }
}
