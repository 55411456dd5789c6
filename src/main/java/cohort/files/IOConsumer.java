package cohort.files;

import java.io.IOException;

/**
 * Does something with a value, and may fail as reading and writing do.
 *
 * @param <T> what it takes, e.g. an OutputStream
 */
@FunctionalInterface
public interface IOConsumer<T> {

    /** @throws IOException if reading or writing fails */
    void accept(T value) throws IOException;
}
