package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import cohort.files.Sha256;
import cohort.glm.GeneralLinearModel;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** 4 is NIfTI's code of MNI space. */
    @Test
    void whatIsMadeOfMapsLiesInTheirSpace() throws IOException {
        for (int i = 0; i < 2 * SUBJECTS; i++) {
            Path map = table.resolveSibling(i + ".nii");
            Volumes.write(Volumes.read(map), map, HeaderNotes.of("map " + i).withSpace(4));
        }
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        assertEquals(
                4,
                space(Files.list(results)
                        .filter(f -> f.toString().endsWith(".nii.gz"))
                        .findAny()
                        .orElseThrow()));
        String macro = "run('Group Mask...', 'maps=[" + table + "] output=[" + folder + "/mask]');"
                + "run('NIfTI...', 'path=[" + table.resolveSibling("0.nii") + "]');"
                + "run('NIfTI...', 'path=[" + table.resolveSibling("1.nii") + "]');"
                + "run('Group Mask...', 'maps=[0.nii; 1.nii] output=[" + folder + "/open]'); close('*');";
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
        assertEquals(4, space(folder.resolve("mask/mask.nii.gz")));
        assertEquals(4, space(folder.resolve("open/mask.nii.gz")));
    }

    private static int space(Path file) {
        return VolumeFile.open(file).notes().space();
    }

    private Optional<String> run(String options) {
        return MacroRun.run(
                "run(\"Within-Subject Maps...\", \"maps=[" + table + "] "
                        + (options.contains("output=") ? "" : "output=[" + results + "] ") + options + "\");",
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
                            "maps.json",
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
                        + " was not written by Within-Subject Maps, or was changed since, expected a folder without such"
                        + " a table; give another.",
                refused);
        assertEquals(before, Files.readString(table));
    }

    /** Somebody may have added covariates. */
    @Test
    void aTableThatWasChangedIsNotOverwritten() throws IOException {
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        Path written = results.resolve("participants.tsv");
        String changed = Files.readString(written).replace("group", "mine");
        Files.writeString(written, changed);
        String refused = run("model=[C(session) + person] contrast=-session.2").orElseThrow();
        assertTrue(refused.contains("participants.tsv was not written by"), refused);
        assertEquals(changed, Files.readString(written));
    }

    @Test
    void theMapsOfAnotherContrastTakeTheirPlace() throws IOException {
        assertEquals(Optional.empty(), run("model=[C(session) + person] contrast=session.2"));
        Files.writeString(results.resolve("notes.txt"), "mine");
        assertEquals(Optional.empty(), run("model=[group + C(session) + Error(person)] contrast=group.b"));
        try (Stream<Path> files = Files.list(results)) {
            assertEquals(
                    Set.of("groupB", "maps.json", "notes.txt", "participants.tsv"),
                    files.map(file -> file.getFileName().toString().replaceAll(".*contrast-|[.]nii[.]gz", ""))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void theRecordTellsWhatWasReadAndWritten() throws IOException {
        assertEquals(
                Optional.empty(), run("leave_out=m10 model=[C(session) + person] contrast=session.2 missing=zero"));
        JsonObject record = JsonParser.parseString(Files.readString(results.resolve("maps.json")))
                .getAsJsonObject();
        List<String> expected = new ArrayList<>(List.of(table + " " + Sha256.of(table)));
        for (int i = 0; i < 2 * SUBJECTS; i++) {
            Path map = table.resolveSibling(i + ".nii");
            if (i != 10) expected.add(map + " " + Sha256.of(map));
        }
        assertEquals(expected, files(record, "inputs", "file"));
        try (Stream<Path> files = Files.list(results)) {
            Set<String> written = new TreeSet<>();
            for (Path file : files.toList())
                if (!file.endsWith("maps.json")) written.add(file.getFileName() + " " + Sha256.of(file));
            assertEquals(written, new TreeSet<>(files(record, "files", "name")));
        }
        assertEquals("zero", record.getAsJsonObject("parameters").get("missing").getAsString());
        assertEquals("session.2", record.get("contrast").getAsString());
        assertEquals(11, record.getAsJsonArray("subjects").size());
        String remarks = record.get("remarks").toString();
        assertTrue(remarks.contains("p 5 lacks a map that the contrast takes"), remarks);
        // The line repeats the run.
        byte[] map = Files.readAllBytes(results.resolve("p-1_contrast-session2.nii.gz"));
        Files.delete(results.resolve("p-1_contrast-session2.nii.gz"));
        assertEquals(
                Optional.empty(),
                MacroRun.run(record.get("command").getAsString().strip(), ""));
        assertArrayEquals(map, Files.readAllBytes(results.resolve("p-1_contrast-session2.nii.gz")));
    }

    private static List<String> files(JsonObject record, String key, String name) {
        return record.getAsJsonArray(key).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(file ->
                        file.get(name).getAsString() + " " + file.get("sha256").getAsString())
                .toList();
    }

    /** A map that is on a different grid is found when it is read, and so later than a name. */
    @Test
    void namesThatAreTooLongAreFoundBeforeAMapIsRead() throws IOException {
        writeOnAnotherGrid();
        Files.writeString(table, Files.readString(table).replace("p 1", "p".repeat(231)));
        String refused = run("model=[C(session) + person] contrast=session.2").orElseThrow();
        assertTrue(
                refused.startsWith("line 1: contrast: found session2, whose file " + "p".repeat(231)
                        + "_contrast-session2.nii.gz has a name of 256 bytes, expected at most 255; "),
                refused);
        assertFalse(Files.exists(results));
    }

    @Test
    void aFolderWithTheNameOfAMapIsFoundBeforeAMapIsRead() throws IOException {
        Files.createDirectories(results.resolve("p-3_contrast-session2.nii.gz"));
        writeOnAnotherGrid();
        String refused = run("model=[C(session) + person] contrast=session.2").orElseThrow();
        assertTrue(refused.contains("cannot be written because it is a folder"), refused);
    }

    private void writeOnAnotherGrid() {
        Grid other = Grid.ofVoxelSize(2, 2, 2, 3, 3, 3);
        Volumes.write(Volume.of(other, new double[8]), table.resolveSibling("1.nii"), "");
        String refused = run("model=[C(session) + person] contrast=session.2 output=[" + folder + "/other]")
                .orElseThrow();
        assertTrue(refused.contains("is on a different grid"), refused);
        assertFalse(Files.exists(folder.resolve("other")));
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
