package cohort.spark;

import cohort.InputException;
import cohort.memory.MemoryShortage;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkException;

/** What a user is told of a failure of Spark's. */
final class ExecutorFailure {
    private ExecutorFailure() {}

    /** A sentence that says what helps; nothing if it is no failure of Spark's, or one of the program. */
    static Optional<String> sentence(Throwable failure) {
        if (causes(failure).noneMatch(SparkException.class::isInstance)) return Optional.empty();
        return named(InputException.class, failure)
                .or(() -> MemoryShortage.sentence(failure))
                .or(() -> named(OutOfMemoryError.class, failure)
                        .map(what -> "spark.executor.memory: the memory of an executor does not suffice (" + what
                                + "); give executors more, or cut the voxels into more partitions."))
                .or(() -> named(IOException.class, failure)
                        .map(what -> "spark.local.dir: Spark could not read or write a temporary file (" + what
                                + "); give a folder on a disk with more room."));
    }

    /**
     * What a failure of a type said: Spark hands over those of executors as text, each in a line behind the type's name, and those of
     * the driver as they are.
     */
    private static Optional<String> named(Class<? extends Throwable> type, Throwable failure) {
        Pattern line = Pattern.compile("(?m)\\b" + Pattern.quote(type.getName()) + ": (.*)$");
        return causes(failure)
                .map(cause -> line.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .findFirst()
                .or(() -> causes(failure)
                        .filter(type::isInstance)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .findFirst());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
