package cohort.analysis.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.folder.Sealed;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.permute.nulls.Tail;
import cohort.report.TinyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are not as a run left them. */
class ResultReaderTest {
    @TempDir
    Path folder;

    private TinyResults results;

    @BeforeEach
    void write() {
        results = TinyResults.ofMean(folder.resolve("results"));
    }

    @Test
    void aTieStaysATieThoughMapsAreWrittenAsFloats() {
        GroupResults read = ResultReader.read(results.folder());
        for (int s = 0; s < 4; s++) {
            var written = results.result().contrasts().get(0).statistics().get(s);
            var test = read.contrasts().get(0).tests().get(s);
            assertEquals(written.name(), test.name());
            double observed = Arrays.stream(test.map()).map(Math::abs).max().orElseThrow();
            double exact = Arrays.stream(written.map()).map(Math::abs).max().orElseThrow();
            assertEquals(written.nulls().p(exact), test.nulls().p(observed));
        }
    }

    @Test
    void theSignOfCorrectedPIsForPicturesAlone() {
        Path signed = folder.resolve("signed");
        TinyResults.in(signed, "1", "", Tail.BOTH, true, Map.of("signed", "true"));
        ContrastResults with = ResultReader.read(signed).contrasts().get(0);
        ContrastResults without =
                ResultReader.read(results.folder()).contrasts().get(0);
        for (int s = 0; s < 4; s++) {
            assertArrayEquals(without.tests().get(s).logP(), with.tests().get(s).logP());
            double[] map = with.maps().get(with.tests().get(s).logPName()).values();
            assertTrue(
                    Arrays.stream(map).min().orElseThrow() < 0,
                    with.tests().get(s).name());
        }
    }

    @Test
    void aFolderWithoutARecordIsRefused() throws IOException {
        Files.delete(results.folder().resolve("run.json"));
        assertEquals(
                "results: " + results.folder() + " holds neither run.json nor model.json, expected the output"
                        + " folder of Permutation Inference or Second-Level Model.",
                refusal());
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        Path none = folder.resolve("none");
        assertTrue(assertThrows(InputException.class, () -> ResultReader.read(none))
                .getMessage()
                .startsWith("results: " + none + " holds neither run.json nor model.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask.nii.gz",
                "design.tsv",
                "nulls.tsv",
                "contrast-intercept_stat-t_statmap.nii.gz",
                "contrast-intercept_stat-logpMaxTfce_statmap.nii.gz"
            })
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(results.folder().resolve(name));
        assertEquals(
                "results: " + name + " is missing from " + results.folder()
                        + ", expected the folder as the run left it; run the analysis again.",
                refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense", "{\"command\": 3, \"parameters\": []}", "{}"})
    void aDamagedRecordIsRefused(String text) throws IOException {
        Path record = Files.writeString(results.folder().resolve("run.json"), text);
        String message = refusal();
        assertTrue(message.startsWith(record + ": found "), message);
        assertTrue(message.endsWith("run the analysis again."), message);
    }

    @Test
    void aMapOnAnotherGridIsRefused() {
        Path map = results.folder().resolve("contrast-intercept_stat-size_statmap.nii.gz");
        Volumes.write(Volume.of(cohort.image.Grid.ofVoxelSize(2, 2, 2, 1, 1, 1), new double[8]), map, "small");
        Sealed.seal(results.folder(), "run.json");
        String message = refusal();
        assertTrue(
                message.startsWith(map + " is on a different grid from the mask beside it, found 2 x 2 x 2"), message);
    }

    @Test
    void nullsThatWereCutAreRefused() throws IOException {
        Path nulls = results.folder().resolve("nulls.tsv");
        List<String> lines = Files.readAllLines(nulls);
        Files.write(nulls, lines.subList(0, 31));
        String message = refusal();
        assertTrue(
                message.startsWith("results: nulls.tsv in " + results.folder() + " is not as the run left it, found "
                        + Files.size(nulls) + " bytes with the SHA-256 "),
                message);
        Sealed.seal(results.folder(), "run.json");
        assertEquals(
                "results: nulls.tsv in " + results.folder()
                        + " has 30 rows, expected 99 as in run.json; run the analysis again.",
                refusal());
    }

    @Test
    void nullsWithoutTheColumnAreRefused() throws IOException {
        Files.writeString(results.folder().resolve("nulls.tsv"), "max_t\n" + "1\n".repeat(99));
        Sealed.seal(results.folder(), "run.json");
        String message = refusal();
        assertTrue(message.contains("max_size"), message);
    }

    /** Seen: "corrected p = 1e-5" beside "smallest counted p 1/51". */
    @Test
    void aFalsifiedMapIsRefused() {
        Path map = results.folder().resolve("contrast-intercept_stat-logpMaxT_statmap.nii.gz");
        double[] five = new double[TinyCohort.grid().voxels()];
        Arrays.fill(five, 5);
        Volumes.write(Volume.of(TinyCohort.grid(), five), map, "logpMaxT of contrast intercept");
        String message = refusal();
        assertTrue(
                message.startsWith(
                        "results: " + map.getFileName() + " in " + results.folder() + " is not as the run left it"),
                message);
    }

    @Test
    void anEmptyMaskIsRefused() {
        Volumes.write(
                Volume.of(TinyCohort.grid(), new double[TinyCohort.grid().voxels()]),
                results.folder().resolve("mask.nii.gz"),
                "empty");
        Sealed.seal(results.folder(), "run.json");
        assertEquals(
                "results: mask.nii.gz in " + results.folder()
                        + " is 0 everywhere, expected a voxel above; run the analysis again.",
                refusal());
    }

    private String refusal() {
        return assertThrows(InputException.class, () -> ResultReader.read(results.folder()))
                .getMessage();
    }
}
