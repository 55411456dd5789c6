package cohort.spark;

import cohort.InputException;
import cohort.Progress;
import cohort.memory.MemoryShortage;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs a permutation test on a cluster: {@code spark-submit --class cohort.spark.Permute cohort-spark.jar 'KEYS'} with the keys of
 * <em>Permutation Inference</em>, e.g. {@code maps=participants.tsv permutations=5000 output=results}. Two keys are of the cluster:
 * {@code partitions}, into how many parts the voxels are cut, and {@code checkpoint}, a folder from which a run that was cut off
 * goes on. The exit code is 0 if the results are written, and 1 if not, which is then said on the error output.
 */
public final class Permute {
    private Permute() {}

    /** @param args the keys, which may also come as several arguments */
    public static void main(String[] args) {
        Optional<String> failure = run(String.join(" ", args), System.out);
        failure.ifPresent(sentence -> {
            System.err.println(sentence);
            System.exit(1);
        });
    }

    /** @return one sentence on what was wrong, if anything was */
    static Optional<String> run(String keys, PrintStream log) {
        try {
            ClusterSettings settings = ClusterSettings.parse(keys);
            SparkConf conf =
                    new SparkConf().setIfMissing("spark.app.name", "Cohort").setIfMissing("spark.master", "local[*]");
            LocalFolders.require(conf);
            try (JavaSparkContext spark = new JavaSparkContext(conf)) {
                new ClusterRun(spark, settings, new Said(log)).run();
            }
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.getMessage());
        } catch (OutOfMemoryError e) {
            return MemoryShortage.sentence(e);
        }
    }

    /**
     * Prints what is said.
     *
     * @param log takes it
     */
    private record Said(PrintStream log) implements Progress {
        @Override
        public void update(String step, long done, long total) {}

        @Override
        public void say(String sentence) {
            log.println(sentence);
        }
    }
}
