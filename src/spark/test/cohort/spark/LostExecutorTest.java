package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that is killed in the middle changes no bit. The class path and SPARK_HOME are those of {@code mvn -Pspark}. */
class LostExecutorTest {
    private static final String STUDY = "fwhm=6 model=1 tail=both cluster_p=0.01 tfce=true permutations=600";

    @TempDir
    Path folder;

    @Test
    void theResultsAreThoseOfOneMachine() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.master", "local-cluster[2,1,1024]");
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        System.setProperty("spark.executor.memory", "1g");
        Path data = Files.createDirectory(folder.resolve("data"));
        Cohorts.write(data);
        String keys = "maps=[" + data.resolve("subjects.tsv") + "] " + STUDY + " output=";
        Path here = Cohorts.here(keys + "[" + folder.resolve("here") + "]", folder.resolve("here"));
        Path there = folder.resolve("there"), kept = folder.resolve("kept");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Boolean> killed = CompletableFuture.supplyAsync(() -> killOne(kept, over));
        Optional<String> failure = Permute.run(
                keys + "[" + there + "] partitions=4 checkpoint=[" + kept + "]",
                new PrintStream(OutputStream.nullOutputStream()));
        over.set(true);
        assertEquals(Optional.empty(), failure);
        assertTrue(killed.join(), "no executor was killed");
        Cohorts.assertSame(here, there);
    }

    /** Waits until some blocks are made, and kills an executor; not if all is over. */
    private static boolean killOne(Path kept, AtomicBoolean over) {
        while (!over.get()) {
            if (blocks(kept) > 0) {
                List<ProcessHandle> executors = ProcessHandle.current()
                        .descendants()
                        .filter(child -> child.info()
                                .command()
                                .filter(program -> program.endsWith("java"))
                                .isPresent())
                        .toList();
                return executors.stream()
                        .findFirst()
                        .filter(ProcessHandle::destroyForcibly)
                        .isPresent();
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    private static long blocks(Path kept) {
        if (!Files.isDirectory(kept)) return 0;
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(file -> file.getFileName().toString().startsWith("shuffles-"))
                    .count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
