package cohort.spark;

import cohort.InputException;
import cohort.files.IOReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** Where Spark keeps what it does not keep in memory. It ends the program without a word if it can make no file there. */
final class LocalFolders {
    private LocalFolders() {}

    /**
     * Looks whether the driver can make files in each.
     *
     * @throws InputException if it cannot
     */
    static void require(SparkConf conf) {
        String given = conf.get("spark.local.dir", System.getProperty("java.io.tmpdir"));
        Stream.of(System.getenv().getOrDefault("SPARK_LOCAL_DIRS", given).split(","))
                .map(String::strip)
                .map(Path::of)
                .forEach(LocalFolders::require);
    }

    private static void require(Path folder) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(folder), "cohort", ""));
        } catch (IOException e) {
            throw new InputException(
                    "spark.local.dir: no temporary file can be made in " + folder + ", since " + IOReason.of(e)
                            + "; give a folder that can be written to.",
                    e);
        }
    }
}
