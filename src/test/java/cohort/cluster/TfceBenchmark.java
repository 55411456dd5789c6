package cohort.cluster;

import cohort.permute.SmoothField;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Milliseconds per map, one thread, on maps of smooth noise. To be run after {@code mvn test-compile} with the test class
 * path; src/test/reference/bench_tfce.py times other programs on the same map.
 */
@State(Scope.Thread)
@Threads(1)
@Fork(1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TfceBenchmark {
    private static final int MAPS = 8;
    private static final double CLUSTER_FORMING_T = 3.733; // p = 0.001 with 15 degrees of freedom

    @Param({"localizer", "mouse"})
    private String grid;

    @Param({"6", "26"})
    private int connectivity;

    private final float[][] maps = new float[MAPS][];
    private final int[][] positive = new int[MAPS][], high = new int[MAPS][];
    private final double[][] positiveValues = new double[MAPS][], highValues = new double[MAPS][];
    private double[] scores, values;
    private Tfce tfce;
    private ExcursionClusters clusters;
    private int next;

    @Setup
    public void makeMaps() {
        for (int k = 0; k < MAPS; k++) {
            SmoothField field = grid.equals("mouse") ? SmoothField.mouse(k) : SmoothField.localizer(k);
            maps[k] = field.t();
            positive[k] = field.above(0);
            positiveValues[k] = field.at(positive[k]);
            high[k] = field.above(CLUSTER_FORMING_T);
            highValues[k] = field.at(high[k]);
            if (k == 0) {
                Neighbours neighbours = new Neighbours(field.mask(), connectivity);
                tfce = new Tfce(neighbours, 0.5, 2);
                clusters = new ExcursionClusters(neighbours);
                int[] all = field.above(Double.NEGATIVE_INFINITY);
                values = field.at(all);
                scores = new double[all.length];
            }
        }
    }

    private int next() {
        return next++ % MAPS;
    }

    @Benchmark
    public double maxOfMap() {
        return tfce.max(maps[next()]);
    }

    @Benchmark
    public double maxOfPositiveVoxels() {
        int k = next();
        return tfce.max(positive[k], positiveValues[k], positive[k].length);
    }

    @Benchmark
    public double[] map() {
        tfce.map(values, scores);
        return scores;
    }

    @Benchmark
    public double clusters() {
        int k = next();
        clusters.find(high[k], highValues[k], high[k].length, CLUSTER_FORMING_T);
        return clusters.maxSize() + clusters.maxMass();
    }

    /**
     * Runs all.
     *
     * @param args a pattern that names the benchmarks to run; none runs all
     */
    public static void main(String... args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(args.length > 0 ? args[0] : TfceBenchmark.class.getName())
                        .build())
                .run();
    }
}
