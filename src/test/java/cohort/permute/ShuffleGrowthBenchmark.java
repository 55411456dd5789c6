package cohort.permute;

import cohort.Progress;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * How the seconds and the peak memory of permutations grow: noise in a box, each point in a Java of its own. The arguments are options
 * for Java and keys such as {@code subjects=100,1000,10000}; a key with several values makes a row for each, and below them stands
 * the exponent of the processor's seconds in it, the slope of their logarithms. The columns of the nuisance are counted with those of the effect
 * and the intercept. Permutations are of a covariate, or sign flips of the mean if {@code flips=1}. The peak is what Linux calls
 * VmHWM.
 */
public final class ShuffleGrowthBenchmark {
    private static final List<String> DEFAULTS = List.of(
            "subjects=100",
            "voxels=50000",
            "nuisance=0",
            "contrasts=1",
            "permutations=1000",
            "flips=0",
            "statistic=t",
            "memory=heap",
            "scratch=");

    private ShuffleGrowthBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> keys = new LinkedHashMap<>();
        Stream.concat(DEFAULTS.stream(), Stream.of(args).filter(arg -> arg.contains("=") && !arg.startsWith("-")))
                .map(arg -> arg.split("=", 2))
                .forEach(key -> keys.put(key[0], key[1]));
        if (args[0].equals("one")) {
            one(keys);
            return;
        }
        Path times = Files.createTempFile("growth", ".txt");
        keys.put("times", times.toString());
        System.out.println(
                "| subjects | voxels | nuisance | contrasts | permutations | statistic | where | s | CPU s | CPU ns a value |"
                        + " peak MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Map<String, String> point : points(keys)) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            Stream.of(args).filter(arg -> arg.startsWith("-")).forEach(command::add);
            command.addAll(List.of(
                    "-cp", System.getProperty("java.class.path"), ShuffleGrowthBenchmark.class.getName(), "one"));
            point.forEach((key, value) -> command.add(key + "=" + value));
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        exponent(keys, Files.readAllLines(times));
        Files.delete(times);
    }

    private static List<Map<String, String>> points(Map<String, String> keys) {
        List<Map<String, String>> points = List.of(Map.of());
        for (Map.Entry<String, String> key : keys.entrySet())
            points = points.stream()
                    .flatMap(point -> Stream.of(key.getValue().split(",")).map(value -> {
                        Map<String, String> more = new LinkedHashMap<>(point);
                        more.put(key.getKey(), value);
                        return more;
                    }))
                    .toList();
        return points;
    }

    /** Of the one key that has several numbers. */
    private static void exponent(Map<String, String> keys, List<String> seconds) {
        List<Map.Entry<String, String>> varied = keys.entrySet().stream()
                .filter(key -> key.getValue().matches("\\d+(,\\d+)+"))
                .toList();
        if (varied.size() != 1 || seconds.size() < 2) return;
        String key = varied.get(0).getKey();
        double[] x = Stream.of(varied.get(0).getValue().split(","))
                .mapToDouble(Double::parseDouble)
                .map(value -> Math.log(key.equals("nuisance") ? value + 2 : value))
                .toArray();
        double[] y =
                seconds.stream().mapToDouble(Double::parseDouble).map(Math::log).toArray();
        int n = Math.min(x.length, y.length);
        double meanX = IntStream.range(0, n).mapToDouble(i -> x[i]).average().orElseThrow();
        double meanY = IntStream.range(0, n).mapToDouble(i -> y[i]).average().orElseThrow();
        double slope = IntStream.range(0, n)
                        .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                        .sum()
                / IntStream.range(0, n)
                        .mapToDouble(i -> (x[i] - meanX) * (x[i] - meanX))
                        .sum();
        System.out.printf(Locale.ROOT, "exponent of %s: %.2f%n", key, slope);
    }

    private static void one(Map<String, String> keys) throws IOException {
        int subjects = number(keys, "subjects"), permutations = number(keys, "permutations");
        boolean flips = number(keys, "flips") > 0;
        int side = (int) Math.round(Math.cbrt(number(keys, "voxels")));
        Mask mask = Mask.everywhere(Grid.ofVoxelSize(side, side, number(keys, "voxels") / (side * side), 2, 2, 2));
        Storage storage = Storage.of(keys.get("memory"), keys.get("scratch"));
        try (FilledMatrix matrix = FilledMatrix.in(storage, mask.size(), subjects)) {
            IntStream.range(0, subjects)
                    .parallel()
                    .forEach(s -> matrix.put(
                            s,
                            new SplittableRandom(s).doubles(mask.size(), -1, 1).toArray()));
            DMatrixRMaj design = design(subjects, flips, number(keys, "nuisance"), number(keys, "contrasts"));
            PermutationTest test = new PermutationTest(
                    matrix.image(), mask, design, contrasts(keys, design), options(keys, permutations));
            long start = System.nanoTime();
            double before = processorSeconds();
            test.run(BlockExecutor.threads(), PermutationTest.Monitor.NONE, Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9, busy = processorSeconds() - before;
            Files.writeString(Path.of(keys.get("times")), busy + "\n", StandardOpenOption.APPEND);
            double values = (double) subjects * mask.size() * permutations * number(keys, "contrasts");
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %d | %d | %,d | %s | %s | %.1f | %.1f | %.4f | %s |%n",
                    subjects,
                    mask.size(),
                    number(keys, "nuisance"),
                    number(keys, "contrasts"),
                    permutations,
                    keys.get("statistic") + (flips ? ", flips" : ""),
                    matrix.isHeld() ? "heap" : "disk",
                    seconds,
                    busy,
                    1e9 * busy / values,
                    peak().map(kb -> String.format(Locale.ROOT, "%,d", kb / 1024))
                            .orElse("?"));
        }
    }

    private static int number(Map<String, String> keys, String key) {
        return Integer.parseInt(keys.get(key));
    }

    /** An intercept, a covariate for each contrast, and those of no interest; for flips, of the mean, no covariate. */
    private static DMatrixRMaj design(int subjects, boolean flips, int nuisance, int contrasts) {
        Random random = new Random(1);
        DMatrixRMaj design = new DMatrixRMaj(subjects, flips ? 1 : 1 + contrasts + nuisance);
        for (int s = 0; s < subjects; s++)
            for (int c = 0; c < design.numCols; c++) design.set(s, c, c == 0 ? 1 : random.nextGaussian());
        return design;
    }

    private static List<Hypothesis> contrasts(Map<String, String> keys, DMatrixRMaj design) {
        int freedom = design.numRows - design.numCols;
        List<MapStatistic> statistics =
                switch (keys.get("statistic")) {
                    case "clusters" -> ClusterForming.statistics(0.001, Tail.BOTH, 1, freedom);
                    case "tfce" -> List.of(EnhancedStatistic.DEFAULT);
                    default -> List.of();
                };
        return IntStream.range(0, number(keys, "contrasts"))
                .mapToObj(c -> {
                    DMatrixRMaj row = new DMatrixRMaj(1, design.numCols);
                    row.set(0, design.numCols == 1 ? 0 : 1 + c, 1);
                    return new Hypothesis(row, statistics);
                })
                .toList();
    }

    private static PermutationOptions options(Map<String, String> keys, int permutations) {
        PermutationOptions usual = PermutationOptions.of(permutations, 0, Tail.BOTH);
        return new PermutationOptions(
                permutations,
                0,
                Tail.BOTH,
                usual.shuffle(),
                Optional.empty(),
                6,
                new EvidenceOptions(Approximation.NONE, keys.get("statistic").equals("uncorrected"), 0));
    }

    /** Of all threads, whatever else the machine does. */
    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static Optional<Long> peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) return Optional.empty();
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }
}
