package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.data.sample.SampleCohort;
import cohort.image.Grid;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The macros of the designs, as they are shipped, on the data that they make: they find the effect that is there. That they find
 * no other is so for these seeds; how often others do is for the error rates to tell, and for the macros to say.
 */
@Tag("slow")
class DesignMacrosTest {
    static {
        Headless.start();
    }

    private static final double ALPHA = 0.05;
    /** The middles of the foci in mm: the motor cortices and the cerebellum. */
    private static final List<double[]> MOTOR = List.of(new double[] {40, -24, 54}, new double[] {-40, -24, 54});

    private static final List<double[]> CEREBELLUM = List.of(new double[] {-20, -54, -24}, new double[] {20, -54, -24});
    private static final Grid GRID = SampleCohort.truth().grid();
    private static final double[] TRUTH = SampleCohort.truth().values();

    @TempDir
    Path folder;

    @AfterEach
    void closeImages() {
        MacroLines.closeImages();
    }

    @ParameterizedTest
    @CsvSource({
        "Two_Sample_Test, sexMMinusSexF, t",
        "ANCOVA, sexM, t",
        "Paired_Test, sessionSes2, t",
        "Repeated_Measures, sessionSes2SessionSes3, F",
        "Within_Subject_2x2, aA2PlusAA2BB22, t"
    })
    void theMacroFindsItsEffectAndNothingElse(String name, String contrast, String statistic) throws IOException {
        String macro = Files.readString(Path.of("macros/" + name + ".ijm"));
        assertEquals(Optional.empty(), MacroRun.run(macro, "permutations=500 output=[" + folder + "]"));
        Map<String, double[]> corrected = corrected();
        corrected.forEach((map, logP) -> {
            if (!map.startsWith("contrast-" + contrast + "_")) assertEquals(0, found(logP).length, map);
            for (int v : found(logP)) assertNotEquals(0, TRUTH[v], map + " finds voxel " + v);
        });
        double[] sizes = corrected.get("contrast-" + contrast + "_stat-logpMaxSize_statmap.nii.gz");
        for (double[] mm : MOTOR) assertTrue(isFound(sizes[at(mm)]), mm[0] + " is not found");
        assertTrue(CEREBELLUM.stream().anyMatch(mm -> isFound(sizes[at(mm)])), "the cerebellum is not found");
        if (statistic.equals("t")) {
            double[] t = Volumes.read(folder.resolve("contrast-" + contrast + "_stat-t_statmap.nii.gz"))
                    .values();
            for (int v : found(sizes)) assertEquals(TRUTH[v], Math.signum(t[v]), "voxel " + v);
        }
    }

    /** Two weak maps show together what neither shows by itself: voxels of both motor cortices, and none where there is no effect. */
    @Test
    void severalMapsTogetherFindWhatNoneFindsAlone() throws IOException {
        String macro = Files.readString(Path.of("macros/Several_Maps.ijm"));
        assertEquals(Optional.empty(), MacroRun.run(macro, "permutations=500 output=[" + folder + "]"));
        Map<String, double[]> corrected = corrected();
        double[] together = corrected.get("contrast-fisherIntercept_stat-logpMaxFisher_statmap.nii.gz");
        for (double[] mm : MOTOR) assertTrue(isFound(together[at(mm)]), mm[0] + " is not found");
        for (int v : found(together)) assertNotEquals(0, TRUTH[v], "voxel " + v);
        int left = at(MOTOR.get(1));
        for (String map : List.of("mapa", "mapb"))
            assertFalse(isFound(corrected.get("contrast-" + map + "Intercept_stat-logpMaxT_statmap.nii.gz")[left]));
        double[] each = corrected.get("contrast-minIntercept_stat-logpMaxMinT_statmap.nii.gz");
        for (int v : found(each)) assertNotEquals(0, TRUTH[v], "in each: voxel " + v);
        assertTrue(found(each).length > 0 && found(each).length < found(together).length);
    }

    /** Where a contrast shows nothing, a reader learns how often it would show something. */
    @ParameterizedTest
    @ValueSource(strings = {"ANCOVA", "Within_Subject_2x2"})
    void whereNothingIsToBeFoundTheMacroSaysHowOftenSomethingIs(String name) throws IOException {
        assertTrue(Files.readString(Path.of("macros/" + name + ".ijm"))
                .contains("a false alarm, which each test at p < 0.05 raises in 5 % of such data sets"));
    }

    /** All maps of corrected p, by their names. */
    private Map<String, double[]> corrected() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("_stat-logpMax"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> Volumes.read(file).values(),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static int[] found(double[] logP) {
        return IntStream.range(0, logP.length).filter(v -> isFound(logP[v])).toArray();
    }

    private static boolean isFound(double logP) {
        return logP >= -Math.log10(ALPHA);
    }

    private static int at(double[] mm) {
        double[] v = GRID.toVoxel(mm[0], mm[1], mm[2]);
        return GRID.index((int) Math.rint(v[0]), (int) Math.rint(v[1]), (int) Math.rint(v[2]));
    }
}
