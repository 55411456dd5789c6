package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.ErrorStratum;
import cohort.glm.GeneralLinearModel;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import cohort.mask.GroupMaps;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.found.Cohorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each subject's contrast map, by the macro line: tests on these maps are those on all maps. */
class WithinSubjectMapsTest {
    static {
        Headless.start();
    }

    private static final int SUBJECTS = 6;

    @TempDir
    Path folder;

    private Path table, results;

    /** Two sessions of six subjects in two groups. */
    @BeforeEach
    void makeStudy() throws IOException {
        results = folder.resolve("the maps");
        StringBuilder text = new StringBuilder("participant_id\tmap\tperson\tsession\tgroup\tmood\n");
        Volume[] maps = TinyCohort.volumes();
        for (int i = 0; i < maps.length; i++) {
            String person = "p " + (i % SUBJECTS + 1), session = Integer.toString(i / SUBJECTS + 1), file = i + ".nii";
            Volumes.write(maps[i], folder.resolve("study").resolve(file), "map " + i);
            text.append(String.join(
                    "\t",
                    "m" + i,
                    file,
                    person,
                    session,
                    i % SUBJECTS < 3 ? "a" : "b",
                    Integer.toString(i * i) + "\n"));
        }
        table = Files.writeString(folder.resolve("study/participants.tsv"), text);
    }

    private Optional<String> run(String options) {
        return MacroRun.run(
                "run(\"Within-Subject Maps...\", \"maps=[" + table + "] output=[" + results + "] " + options + "\");",
                "");
    }

    /** The voxels that no map lacks. */
    private static Mask mask() {
        boolean[] inside = TinyCohort.mask();
        for (double[] map : TinyCohort.maps()) for (int v = 0; v < map.length; v++) inside[v] &= map[v] != 0;
        return Mask.of(TinyCohort.grid(), inside);
    }

    private static Img<DoubleType> data(Cohort cohort) {
        return SubjectMatrix.extract(
                GroupMaps.read(cohort, CommonGrid.REQUIRED, Progress.NONE), mask(), 0.0, Progress.NONE);
    }

    /** t of a contrast in a table's maps, as Second-Level Model finds it. */
    private static double[] t(Path table, String model, String contrast) {
        Cohort cohort = Cohorts.read(table.toString());
        DesignMatrix design = Designs.fromFormula(model, cohort.covariates(), cohort.ids());
        Contrast tested = Contrasts.parse(contrast, design);
        List<ErrorStratum> strata = ErrorStrata.of(design, List.of(tested));
        Img<DoubleType> data = data(cohort);
        DMatrixRMaj rows = design.matrix();
        return GeneralLinearModel.contrast(
                        strata.isEmpty()
                                ? GeneralLinearModel.fit(data, rows)
                                : GeneralLinearModel.fit(
                                        strata.get(0).apply(data), strata.get(0).apply(rows)),
                        new DMatrixRMaj(tested.rows()))
                .statistic();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C(session) + person               | session.2         | 1     | intercept",
                "C(session) + person               | -session.2        | 1     | intercept",
                "group * C(session) + person       | group.b:session.2 | group | group.b",
                "group + C(session) + Error(person) | group.b          | group | group.b"
            })
    void aTestOfTheMapsIsTheTestOfTheContrast(String model, String contrast, String ofMaps, String tested) {
        assertEquals(Optional.empty(), run("model=[" + model + "] contrast=" + contrast));
        double[] expected = t(table, model, contrast), found = t(results.resolve("participants.tsv"), ofMaps, tested);
        assertTrue(expected.length > 500, expected.length + " voxels");
        for (int v = 0; v < expected.length; v++)
            assertEquals(expected[v], found[v], 1e-9 * Math.abs(expected[v]), "voxel " + v);
    }

    @Test
    void theFolderHoldsAMapASubjectAndTheirTable() throws IOException {
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        try (Stream<Path> files = Files.list(results)) {
            assertEquals(
                    new TreeSet<>(List.of(
                            "p-1_contrast-session2.nii.gz",
                            "p-2_contrast-session2.nii.gz",
                            "p-3_contrast-session2.nii.gz",
                            "p-4_contrast-session2.nii.gz",
                            "p-5_contrast-session2.nii.gz",
                            "p-6_contrast-session2.nii.gz",
                            "participants.tsv")),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
        List<String> lines = Files.readAllLines(results.resolve("participants.tsv"));
        assertEquals("participant_id\tmap\tperson\tgroup", lines.get(0));
        assertEquals("\"p 4\"\tp-4_contrast-session2.nii.gz\t\"p 4\"\tb", lines.get(4));
        double[][] maps = TinyCohort.maps();
        Volume map =
                VolumeFile.open(results.resolve("p-4_contrast-session2.nii.gz")).readSingle();
        assertTrue(map.grid().sameSpace(TinyCohort.grid()));
        double[] values = map.values();
        for (int v = 0; v < values.length; v++) assertEquals(maps[9][v] - maps[3][v], values[v], 0, "voxel " + v);
    }

    @Test
    void aVoxelWithoutDataIsMissingInThatSubjectAlone() {
        double[][] maps = TinyCohort.maps();
        int voxel = mask().gridIndex(0);
        maps[3][voxel] = Double.NaN;
        maps[9][voxel + 1] = Double.POSITIVE_INFINITY;
        for (int i : new int[] {3, 9})
            Volumes.write(Volume.of(TinyCohort.grid(), maps[i]), folder.resolve("study/" + i + ".nii"), "damaged");
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        double[] fourth = read("p-4"), fifth = read("p-5");
        assertTrue(Double.isNaN(fourth[voxel]) && Double.isNaN(fourth[voxel + 1]));
        assertEquals(2, Arrays.stream(fourth).filter(Double::isNaN).count());
        assertEquals(0, Arrays.stream(fifth).filter(Double::isNaN).count());

        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2 missing=zero"));
        assertEquals(maps[9][voxel], read("p-4")[voxel], 0);

        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2 missing=exclude-zeros"));
        double[] strict = read("p-5");
        for (int v = 0; v < strict.length; v++)
            assertEquals(maps[4][v] == 0 || maps[10][v] == 0, Double.isNaN(strict[v]), "voxel " + v);
    }

    private double[] read(String subject) {
        return Volumes.read(results.resolve(subject + "_contrast-session2.nii.gz"))
                .values();
    }

    /** What another run left is replaced as a whole; a subject left out this time has no map there. */
    @Test
    void aSecondRunReplacesTheFirst() throws IOException {
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        assertEquals(Optional.empty(), run("leave_out=m10 model=[C(session) + person] contrast=session.2"));
        assertFalse(Files.exists(results.resolve("p-5_contrast-session2.nii.gz")));
        assertEquals(6, Files.readAllLines(results.resolve("participants.tsv")).size());
        assertEquals(
                5, Cohorts.read(results.resolve("participants.tsv").toString()).size());
    }

    @Test
    void theTableOfOtherMapsIsNotOverwritten() throws IOException {
        String before = Files.readString(table);
        results = table.getParent();
        String refused = run("model=[C(session) + person] contrast=session.2").orElseThrow();
        assertEquals(
                "line 1: output: " + table
                        + " lists other maps than those of the contrast session.2, expected a folder of"
                        + " their own; give another.",
                refused);
        assertEquals(before, Files.readString(table));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "model=[C(session) + person] contrast=[session.2 | session.2] ! contrast: found 2 contrasts, expected one",
                "model=C(session) contrast=session.2 ! model: found no subject with several maps"
            })
    void mistakesAreToldAndLeaveNothing(String options, String sentence) {
        String refused = run(options).orElseThrow();
        assertTrue(refused.startsWith("line 1: " + sentence), refused);
        assertFalse(Files.exists(results));
    }
}
