package cohort.data.background;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundTest {
    private static final Grid GRID = new Grid(8, 9, 7, 2, 0, 0, -8, 0, 2, 0, -9, 0, 0, 2, -7);
    private static final int SUBJECTS = 4;

    @TempDir
    Path folder;

    private final double[] sum = new double[GRID.voxels()];

    /** Analyses maps that are noise about a level in a box. */
    private Path results(double level) throws IOException {
        return results(level, "auto");
    }

    /** The same, with a background of the run. */
    private Path results(double level, String background) throws IOException {
        Random random = new Random(3);
        Arrays.fill(sum, 0);
        List<List<String>> rows = new ArrayList<>();
        for (int s = 1; s <= SUBJECTS; s++) {
            float[] values = new float[GRID.voxels()];
            for (int v = 0; v < values.length; v++) {
                boolean inside = true;
                for (int axis = 0; axis < 3; axis++)
                    inside &= GRID.coordinate(v, axis) > 1 && GRID.coordinate(v, axis) < GRID.size(axis) - 2;
                if (inside) values[v] = (float) (level + random.nextDouble());
                sum[v] += values[v];
            }
            Volumes.write(
                    Volume.of(GRID, values),
                    Files.createDirectories(folder.resolve("maps")).resolve("s" + s + ".nii"),
                    "");
            rows.add(List.of("s" + s, "s" + s + ".nii"));
        }
        Path table = folder.resolve("maps/participants.tsv");
        Table.of(table.toString(), List.of("participant_id", "map"), rows).write(table);
        Path results = folder.resolve("results");
        ModelSettings settings = ModelSettings.of(Map.of("maps", table.toString(), "background", background));
        try (GroupAnalysis analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)) {
            analysis.fit().write(results);
        }
        return results;
    }

    private static Optional<Volume> find(String text, Path results) {
        return Background.of(OpenImages.NONE, text, results, Progress.NONE);
    }

    private static GivenMap map(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            Path z = files.filter(file -> file.toString().endsWith("stat-z_statmap.nii.gz"))
                    .findFirst()
                    .orElseThrow();
            return GivenMap.find(OpenImages.NONE, "image", z.toString());
        }
    }

    @Test
    void theMeanOfTissueIsABackgroundAndThatOfContrastsIsNot() throws IOException {
        Path tissue = results(0.5);
        double[] mean = Arrays.stream(sum).map(value -> value / SUBJECTS).toArray();
        assertArrayEquals(mean, find("auto", tissue).orElseThrow().values(), 1e-6);
        Path contrasts = results(-0.5);
        assertEquals(Optional.empty(), find("auto", contrasts));
        assertTrue(find("mean", contrasts).isPresent(), "asked for");
    }

    @Test
    void anAnatomyBesideTheMapsComesFirst() throws IOException {
        Path results = results(0.5), anatomy = folder.resolve("maps/anatomy.nii.gz");
        Volumes.write(Volume.of(GRID, sum), anatomy, "");
        assertArrayEquals(sum, find("auto", results).orElseThrow().values(), 1e-5);
        assertArrayEquals(
                sum,
                Background.of(OpenImages.NONE, "auto", map(results), Progress.NONE)
                        .orElseThrow()
                        .values(),
                1e-5);
        // One that lies elsewhere is not of these maps.
        Grid away = new Grid(8, 9, 7, 2, 0, 0, 80, 0, 2, 0, -9, 0, 0, 2, -7);
        Volumes.write(Volume.of(away, sum), anatomy, "");
        double[] mean = Arrays.stream(sum).map(value -> value / SUBJECTS).toArray();
        assertArrayEquals(mean, find("auto", results).orElseThrow().values(), 1e-6);
    }

    @Test
    void theMaskIsNoImageAndAnImageIsItself() throws IOException {
        Path results = results(0.5);
        assertEquals(Optional.empty(), find("mask", results));
        assertEquals(Optional.empty(), find("", results));
        Path image = folder.resolve("maps/s1.nii");
        assertArrayEquals(
                Volumes.read(image).values(),
                find(image.toString(), results).orElseThrow().values());
    }

    @Test
    void whatTheRunWasGivenIsTakenUnlessAnotherIsNamed() throws IOException {
        Path image = folder.resolve("template.nii");
        Volumes.write(Volume.of(GRID, new double[GRID.voxels()]), image, "");
        Path results = results(0.5, image.toString());
        assertArrayEquals(
                new double[GRID.voxels()], find("auto", results).orElseThrow().values());
        assertArrayEquals(
                new double[GRID.voxels()],
                Background.of(OpenImages.NONE, "auto", map(results), Progress.NONE)
                        .orElseThrow()
                        .values());
        assertEquals(Optional.empty(), find("mask", results), "named");
        double[] mean = Arrays.stream(sum).map(value -> value / SUBJECTS).toArray();
        assertArrayEquals(mean, find("mean", results).orElseThrow().values(), 1e-6);
        Files.delete(image);
        assertArrayEquals(mean, find("auto", results).orElseThrow().values(), 1e-6, "gone, so that auto goes on");
        assertEquals(Optional.empty(), find("auto", results(0.5, "mask")));
    }

    @Test
    void aBackgroundThatIsNoneIsRefusedBeforeARun() {
        for (String text : List.of("", "auto", "mask", "mean", "maps/*.nii", folder.toString()))
            Background.require(OpenImages.NONE, text);
        String nowhere = folder.resolve("nowhere.nii").toString();
        assertEquals(
                "background: " + nowhere
                        + " is neither an open image nor a file or folder, expected one, or auto, mask or" + " mean.",
                assertThrows(InputException.class, () -> Background.require(OpenImages.NONE, nowhere))
                        .getMessage());
    }

    @Test
    void aMeanOfUnknownMapsIsRefused() throws IOException {
        Path results = results(0.5), map = folder.resolve("maps/s1.nii");
        GivenMap alone = GivenMap.find(OpenImages.NONE, "image", map.toString());
        assertEquals(Optional.empty(), Background.of(OpenImages.NONE, "auto", alone, Progress.NONE));
        assertEquals(
                "background: found mean, but the maps behind " + map + " are not known or have changed, expected a"
                        + " folder of results beside its maps; give a table or a folder of maps.",
                assertThrows(InputException.class, () -> Background.of(OpenImages.NONE, "mean", alone, Progress.NONE))
                        .getMessage());
        Files.delete(map);
        assertEquals(Optional.empty(), find("auto", results), "the maps have gone");
    }
}
