package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Maps of twelve subjects with an effect of age, and what is asked of them. */
record Study(Path folder) {
    static final int SUBJECTS = 12;

    /** Two sides, clusters, TFCE, counts in each voxel, a covariate and a nuisance. */
    static final String ALL =
            "model=[1 + age + iq] contrast=age tail=both cluster_p=0.01 tfce=true uncorrected=true fwhm=4 permutations=60 ";

    /** Maxima and clusters of sign flips, which are screened. */
    static final String FLIPS = "model=1 tail=positive cluster_p=0.01 permutations=1500 ";

    static Study write(Path folder) throws IOException {
        Grid grid = Grid.ofVoxelSize(18, 17, 16, 2, 2, 2);
        Random random = new Random(5);
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\tiq\n");
        for (int s = 0; s < SUBJECTS; s++) {
            int age = 20 + s * s % 11;
            float[] values = new float[grid.voxels()];
            for (int v = 0; v < values.length; v++)
                values[v] = (float) (random.nextGaussian() + (v % 18 < 6 ? age / 8.0 : 0));
            Volumes.write(Volume.of(grid, values), folder.resolve("maps/" + s + ".nii.gz"), "");
            table.append("m" + s + "\t" + s + ".nii.gz\t" + age + "\t" + (90 + 7 * s % 23) + "\n");
        }
        Files.writeString(folder.resolve("maps/participants.tsv"), table);
        return new Study(folder);
    }

    private String keys(String keys, Path output) {
        return keys + " maps=[" + folder.resolve("maps/participants.tsv") + "] output=[" + output + "]";
    }

    /** Tests on one machine. */
    Path here(String keys, String memory) {
        Path output = folder.resolve("here-" + memory);
        PermutationSettings settings = PermutationSettings.parse(keys(keys + " memory=" + memory, output));
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            analysis.permute().write(output);
        }
        return output;
    }

    /** Tests on a cluster; gives the sentence on what was wrong, if anything was. */
    Optional<String> there(String keys, Path output) {
        return Permute.run(keys(keys, output), new PrintStream(PrintStream.nullOutputStream()));
    }

    /** Every file but the record, which tells the time, must hold the same bytes. */
    static void same(Path expected, Path found) throws IOException {
        assertEquals(contents(expected), contents(found));
    }

    private static TreeMap<String, String> contents(Path folder) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.endsWith("run.json")).forEach(file -> {
                try {
                    contents.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }
}
