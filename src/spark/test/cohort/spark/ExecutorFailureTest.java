package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ExecutorFailureTest {

    private static Optional<String> sentence(String lost) {
        return ExecutorFailure.sentence(
                new SparkException("Job aborted due to stage failure: Task 2 in stage 0.0 failed 4"
                        + " times, most recent failure: Lost task 2.3 in stage 0.0 (TID 2) (host executor 1): " + lost
                        + "\n\tat some.Class.method(Class.java:1)\n\nDriver stacktrace:"));
    }

    @Test
    void whatAnExecutorSaidIsSaid() {
        assertEquals(
                Optional.of("a.nii: found x, expected y."),
                sentence("cohort.InputException: a.nii: found x, expected y."));
        assertEquals(
                Optional.of("spark.local.dir: Spark could not read or write a temporary file (No space left on device);"
                        + " give a folder on a disk with more room."),
                sentence("java.io.IOException: No space left on device"));
        assertEquals(
                Optional.of(
                        "spark.executor.memory: the memory of an executor does not suffice (Java heap space); give executors"
                                + " more, or cut the voxels into more partitions."),
                sentence("java.lang.OutOfMemoryError: Java heap space"));
    }

    @Test
    void whatTheDriverItselfMetIsSaid() {
        assertEquals(
                Optional.of("spark.local.dir: Spark could not read or write a temporary file (No space left on device);"
                        + " give a folder on a disk with more room."),
                ExecutorFailure.sentence(new SparkException(
                        "Exception thrown in awaitResult", new IOException("No space left on device"))));
    }

    @Test
    void mistakesOfTheProgramStayWhatTheyAre() {
        assertEquals(Optional.empty(), sentence("java.lang.IllegalStateException: 3 of 4 parts"));
        assertEquals(Optional.empty(), ExecutorFailure.sentence(new IllegalStateException("no Spark")));
    }
}
