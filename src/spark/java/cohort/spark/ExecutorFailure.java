package cohort.spark;

import cohort.InputException;
import cohort.files.IOReason;
import cohort.memory.MemoryShortage;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkException;

/** What a user is told of a failure of Spark's. */
final class ExecutorFailure {
    private ExecutorFailure() {}

    /** A sentence that says what helps; nothing if it is no failure of Spark's, or one of the program. */
    static Optional<String> sentence(Throwable failure) {
        if (causes(failure).noneMatch(SparkException.class::isInstance)) return Optional.empty();
        return causes(failure)
                .filter(InputException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .or(() -> MemoryShortage.sentence(failure))
                .or(() -> causes(failure)
                        .filter(IOException.class::isInstance)
                        .map(cause -> "spark.local.dir: an executor could not read or write a temporary file, since "
                                + IOReason.of((IOException) cause) + "; give a folder on a disk with more room.")
                        .findFirst());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
