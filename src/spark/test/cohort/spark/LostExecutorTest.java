package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of two executors, each a Java of its own, of which one is killed in the middle. */
class LostExecutorTest {
    /** The maps are read by then, and some blocks made. */
    private static final int MIDDLE = 45;

    private static final AtomicInteger ENDED = new AtomicInteger(), KILLED = new AtomicInteger(), LOST = new AtomicInteger();

    /** Made by Spark, by its name. */
    public static final class Killer extends SparkListener {
        @Override
        public void onTaskEnd(SparkListenerTaskEnd task) {
            if (ENDED.incrementAndGet() == MIDDLE)
                ProcessHandle.current()
                        .descendants()
                        .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                        .findFirst()
                        .filter(ProcessHandle::destroyForcibly)
                        .ifPresent(child -> KILLED.incrementAndGet());
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
            LOST.incrementAndGet();
        }
    }

    @TempDir
    Path folder;

    @Test
    void aLostExecutorChangesNothing() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        Map<String, String> cluster = Map.of(
                "spark.master", "local-cluster[2,1,1024]",
                "spark.executor.extraClassPath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "spark.extraListeners", Killer.class.getName());
        cluster.forEach(System::setProperty);
        try {
            Study study = Study.write(folder);
            String keys = Study.ALL + "partitions=4";
            keys = keys.replace("permutations=60", "permutations=400");
            Path there = folder.resolve("there");
            assertEquals(Optional.empty(), study.there(keys, there));
            assertEquals(1, KILLED.get());
            assertTrue(LOST.get() >= 1);
            Study.same(study.here(keys.replace("partitions=4", ""), "heap"), there);
        } finally {
            cluster.keySet().forEach(System::clearProperty);
        }
    }
}
