package cohort.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.data.sample.SampleCohort;
import cohort.text.MacroOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests share: maps, the results of one machine, and the comparison of folders. */
final class Cohorts {
    private static final int SUBJECTS = 10;
    private static final List<String> AGES = List.of("31", "45", "28", "60", "39", "52", "47", "33", "25", "58");

    private Cohorts() {}

    /** Ten maps with two tables: ten subjects, and five with two sessions each. */
    static void write(Path folder) throws IOException {
        SampleCohort.write(folder, SUBJECTS, 1, 1, Progress.NONE);
        StringBuilder subjects = new StringBuilder("participant_id\tmap\tgroup\tage\n");
        StringBuilder sessions = new StringBuilder("participant_id\tmap\tsubject\tsession\n");
        for (int s = 0; s < SUBJECTS; s++) {
            String map = String.format("sub-%02d.nii.gz", s + 1);
            subjects.append(String.join("\t", "p" + s, map, s % 2 == 0 ? "a" : "b", AGES.get(s)))
                    .append('\n');
            sessions.append(String.join("\t", "p" + s, map, "s" + s / 2, s % 2 == 0 ? "pre" : "post"))
                    .append('\n');
        }
        StringBuilder two = new StringBuilder("participant_id\tmap_a\tmap_b\n");
        for (int s = 1; s <= SUBJECTS / 2; s++) {
            copy(folder, s, "a" + s);
            copy(folder, s + SUBJECTS / 2, "b" + s);
            two.append(String.format("p%d\ta%d.nii.gz\tb%d.nii.gz%n", s, s, s));
        }
        Files.writeString(folder.resolve("two.tsv"), two);
        Files.writeString(folder.resolve("subjects.tsv"), subjects);
        Files.writeString(folder.resolve("sessions.tsv"), sessions);
    }

    private static void copy(Path folder, int subject, String name) throws IOException {
        Files.copy(folder.resolve(String.format("sub-%02d.nii.gz", subject)), folder.resolve(name + ".nii.gz"));
    }

    /** What one machine writes. */
    static Path here(String keys, Path output) {
        PermutationSettings settings =
                PermutationSettings.of(MacroOptions.parse(keys).given());
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            analysis.permute().write(output);
        }
        return output;
    }

    /** Every file of two folders is the same to the byte, but for the record, which tells when and where. */
    static void assertSame(Path expected, Path found) throws IOException {
        assertEquals(names(expected), names(found));
        assertTrue(names(expected).contains("nulls.tsv"));
        for (String name : names(expected))
            if (!name.equals("run.json"))
                assertArrayEquals(
                        Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(found.resolve(name)), name);
    }

    static Set<String> names(Path folder) {
        if (!Files.isDirectory(folder)) return Set.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
