package cohort.analysis;

import cohort.Progress;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.matrix.VoxelMatrix;
import cohort.text.MacroOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seconds and peak memory of whole tests for growing numbers of maps and voxels: maps of single precision are read, smoothed by 8
 * mm and tested by 1,000 sign flips with clusters, each size in a Java of its own. The arguments are a folder for the maps, and
 * pairs of numbers of maps and voxels such as {@code 100x50000}, or {@code 20x30000000in1} where the mask is the whole grid instead
 * of a quarter of it; options for Java stand before the folder, keys of the test after the pairs. The peak is what Linux calls VmHWM.
 */
public final class GrowthBenchmark {
    private static final double MM = 2;

    private GrowthBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("one")) {
            one(Path.of(args[1]), args[2]);
            return;
        }
        List<String> options =
                Stream.of(args).takeWhile(arg -> arg.startsWith("-")).toList();
        Path folder = Path.of(args[options.size()]);
        List<String> rest = Stream.of(args).skip(options.size() + 1L).toList();
        List<String> sizes =
                rest.stream().filter(size -> size.matches("\\d+x\\d+(in1)?")).toList();
        String keys = String.join(
                " ", rest.stream().filter(arg -> !sizes.contains(arg)).toList());
        System.out.println("| maps | voxels | where | read s | mask s | smooth s | shuffles s | all s | peak MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String size : sizes) {
            Path study = folder.resolve(size);
            if (Files.notExists(study)) write(study, size);
            List<String> command = new ArrayList<>(options);
            command.add(
                    0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    GrowthBenchmark.class.getName(),
                    "one",
                    study.toString()));
            command.add(keys);
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }

    /** Maps of noise in a cube, and as a mask the voxels that are nearest to its centre. */
    private static void write(Path study, String size) throws IOException {
        int maps = Integer.parseInt(size.split("x")[0]), voxels = Integer.parseInt(size.split("\\D")[1]);
        int side = (int) Math.ceil(Math.cbrt(voxels / (size.endsWith("in1") ? 1 : 0.25)));
        Grid grid = Grid.ofVoxelSize(side, side, side, MM, MM, MM);
        Path made = Files.createDirectories(study.resolveSibling(size + ".part"));
        float[] mask = new float[grid.voxels()];
        if (size.endsWith("in1")) Arrays.fill(mask, 1);
        else
            IntStream.range(0, mask.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(v -> fromCentre(grid, v)))
                    .limit(voxels)
                    .forEach(v -> mask[v] = 1);
        Volumes.write(Volume.of(grid, mask), made.resolve("mask.nii"), "");
        IntStream.range(0, maps).parallel().forEach(m -> {
            SplittableRandom random = new SplittableRandom(m);
            float[] values = new float[grid.voxels()];
            for (int v = 0; v < values.length; v++)
                values[v] = (float) (random.nextDouble() + random.nextDouble() - 0.98);
            Volumes.write(
                    Volume.of(grid, values), made.resolve(String.format(Locale.ROOT, "maps/sub-%05d.nii", m)), "");
        });
        Files.move(made, study);
    }

    private static double fromCentre(Grid grid, int voxel) {
        return IntStream.range(0, 3)
                .mapToDouble(axis -> grid.coordinate(voxel, axis) - (grid.size(axis) - 1) / 2.0)
                .map(x -> x * x)
                .sum();
    }

    private static void one(Path study, String keys) throws IOException {
        long start = System.nanoTime();
        PermutationSettings settings = PermutationSettings.of(Map.of(
                        "maps",
                        study.resolve("maps"),
                        "mask",
                        study.resolve("mask.nii"),
                        "fwhm",
                        8,
                        "permutations",
                        1000))
                .with(MacroOptions.parse(keys).given());
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            GroupResults results = analysis.permute();
            Map<String, Double> seconds = results.run().seconds();
            Path written = Files.createTempDirectory(study, "results");
            results.write(written);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n",
                    analysis.data().dimension(1),
                    analysis.data().dimension(0),
                    VoxelMatrix.of(analysis.data()).isHeld() ? "heap" : "disk",
                    seconds.get("read"),
                    seconds.get("mask"),
                    seconds.get("smooth"),
                    seconds.get("permute"),
                    (System.nanoTime() - start) / 1e9,
                    peak().map(kb -> String.format(Locale.ROOT, "%,d", kb / 1024))
                            .orElse("?"));
        }
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
