package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test on a cluster gives the bytes of one machine, and one sentence for what is wrong. */
class PermuteTest {
    private static final String
            ALL = "fwhm=6 model=1 tail=both cluster_p=0.01 tfce=true uncorrected=true permutations=60",
            NUISANCE = "fwhm=0 model=[group + age] contrast=[age | group.b; age] cluster_p=0.01 permutations=1500",
            FLIPS = "fwhm=6 model=1 cluster_p=0 tail=both permutations=400",
            WITHIN = "fwhm=6 model=[C(session) + C(subject)] contrast=session.pre tail=both cluster_p=0.05",
            GROUPS =
                    "fwhm=6 model=[0 + group] contrast=[group.b - group.a] variance_groups=group cluster_p=0.01 permutations=200";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeMaps() throws IOException {
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "localhost");
        Cohorts.write(data);
    }

    static Stream<Arguments> studies() {
        return Stream.of(
                Arguments.of("subjects.tsv", ALL, 1),
                Arguments.of("subjects.tsv", ALL, 2),
                Arguments.of("subjects.tsv", ALL + " memory=disk", 7),
                Arguments.of("subjects.tsv", NUISANCE, 1),
                Arguments.of("subjects.tsv", NUISANCE, 2),
                Arguments.of("subjects.tsv", NUISANCE, 7),
                Arguments.of("subjects.tsv", FLIPS, 7),
                Arguments.of("sessions.tsv", WITHIN, 2),
                Arguments.of("subjects.tsv", GROUPS, 7),
                Arguments.of("subjects.tsv", "fwhm=6 model=1 true_discoveries=true tail=both permutations=50", 3),
                Arguments.of(
                        "two.tsv",
                        "fwhm=6 model=1 map_columns=map_a,map_b npc=fisher conjunction=true permutations=100",
                        2));
    }

    private static String keys(String table, String more, Path output) {
        return "maps=[" + data.resolve(table) + "] output=[" + output + "] " + more;
    }

    @ParameterizedTest
    @MethodSource("studies")
    void anyNumberOfPartitionsGivesTheBytesOfOneMachine(String table, String more, int partitions) throws IOException {
        Path here = Cohorts.here(keys(table, more, folder.resolve("here")), folder.resolve("here"));
        Path there = folder.resolve("there");
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        assertEquals(Optional.empty(), run("local[3]", keys(table, more, there) + " partitions=" + partitions, log));
        Cohorts.assertSame(here, there);
        String record = Files.readString(there.resolve("run.json"));
        assertTrue(record.contains("\"Spark partitions\": \"" + partitions + "\""), record);
        assertTrue(record.contains("\"Spark master\": \"local[3]\""), record);
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("Apache Spark"), log.toString(StandardCharsets.UTF_8));
    }

    private static Optional<String> run(String master, String keys, ByteArrayOutputStream log) {
        System.setProperty("spark.master", master);
        return Permute.run(keys, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** Runs in a context of its own. */
    private static void run(String keys, Progress progress) {
        SparkConf conf = new SparkConf().setAppName("Cohort").setMaster("local[2]");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            new ClusterRun(spark, ClusterSettings.parse(keys), progress).run();
        }
    }

    /** Ends a run after some rounds. */
    private static Progress endedAfter(int shuffles) {
        return new Progress() {
            private boolean enough;

            @Override
            public void update(String step, long done, long total) {
                enough |= step.equals("Sign flips") && done >= shuffles;
            }

            @Override
            public void say(String sentence) {}

            @Override
            public void checkCanceled() {
                if (enough) throw new CancellationException("ended");
            }
        };
    }

    @Test
    void aSecondRunGoesOnFromTheBlocksThatWereKept() throws IOException {
        String study = "fwhm=6 model=1 tail=both cluster_p=0.01 tfce=true permutations=800";
        Path there = folder.resolve("there"), kept = folder.resolve("kept");
        String keys = keys("subjects.tsv", study, there) + " checkpoint=[" + kept + "]";
        assertThrows(CancellationException.class, () -> run(keys, endedAfter(64)));
        assertFalse(Files.exists(there.resolve("run.json")));
        Path blocks;
        try (Stream<Path> folders = Files.list(kept)) {
            blocks = folders.findFirst().orElseThrow();
        }
        int made = Cohorts.names(blocks).size();
        assertTrue(made >= 8, made + " blocks");
        Files.write(blocks.resolve("shuffles-32"), new byte[] {1, 2, 3}); // one that was cut off
        run(keys, Progress.NONE);
        Cohorts.assertSame(
                Cohorts.here(keys("subjects.tsv", study, folder.resolve("here")), folder.resolve("here")), there);
        assertEquals(List.of(), List.copyOf(Cohorts.names(kept)), "what was kept is gone when the results are there");
    }

    /** Does something when the maps have been read by the driver and not yet by an executor. */
    private static Progress inBetween(Runnable what) {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {
                if (sentence.startsWith("Mask:")) what.run();
            }
        };
    }

    private Path ownMaps() throws IOException {
        Path own = folder.resolve("maps");
        Files.createDirectory(own);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, own.resolve(file.getFileName().toString()));
        }
        return own;
    }

    private String failure(Path maps, Runnable inBetween) {
        Path there = folder.resolve("there");
        String keys = "maps=[" + maps.resolve("subjects.tsv") + "] output=[" + there + "] " + FLIPS;
        String message = assertThrows(InputException.class, () -> run(keys, inBetween(inBetween)))
                .getMessage();
        assertEquals(List.of(), List.copyOf(Cohorts.names(there)), "nothing is half-written");
        return message;
    }

    @Test
    void aFileThatChangesDuringTheRunIsNamed() throws IOException {
        Path maps = ownMaps(), map = maps.resolve("sub-03.nii.gz"), other = maps.resolve("sub-04.nii.gz");
        String message = failure(maps, () -> {
            try {
                Files.write(map, Files.readAllBytes(other));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertTrue(message.startsWith(map + ": found other bytes on executor driver at "), message);
    }

    @Test
    void aPathThatAnExecutorDoesNotReachIsNamed() throws IOException {
        Path maps = ownMaps(), map = maps.resolve("sub-07.nii.gz");
        String message = failure(maps, () -> {
            try {
                Files.delete(map);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertTrue(message.startsWith("On executor driver at ") && message.contains(map.toString()), message);
    }

    @Test
    void aPlaceWhereSparkCannotWriteIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file")),
                below = file.resolve("spark"),
                there = folder.resolve("there");
        System.setProperty("spark.local.dir", below.toString());
        try {
            String message = run("local[2]", keys("subjects.tsv", FLIPS, there), new ByteArrayOutputStream())
                    .orElseThrow();
            assertTrue(
                    message.startsWith("spark.local.dir: no temporary file can be made in " + below + ", since "),
                    message);
            assertFalse(Files.exists(there));
        } finally {
            System.clearProperty("spark.local.dir");
        }
    }

    @Test
    void whatIsWrongWithTheKeysIsSaidInOneSentence() {
        String output = "output=[" + folder.resolve("out") + "]";
        for (String[] wrong : new String[][] {
            {"maps=/nowhere/maps " + output, "/nowhere/maps"},
            {"maps=[" + data.resolve("subjects.tsv") + "]", "output"},
            {"maps=[" + data.resolve("subjects.tsv") + "] partitions=many " + output, "partitions: found many"},
            {"maps=[" + data.resolve("subjects.tsv") + "] permutation=5 " + output, "permutation"},
            {
                "maps=[" + data.resolve("subjects.tsv") + "] variance_smoothing=8 tfce=true permutations=20 " + output,
                "which needs whole maps"
            }
        }) {
            String message =
                    run("local[2]", wrong[0], new ByteArrayOutputStream()).orElseThrow();
            assertTrue(message.contains(wrong[1]) && message.matches("[^\\n]*[.?]"), message);
            assertFalse(Files.exists(folder.resolve("out").resolve("run.json")));
        }
    }
}
