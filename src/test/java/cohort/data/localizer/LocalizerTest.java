package cohort.data.localizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.data.download.Downloader;
import cohort.data.download.Heard;
import cohort.subjects.Cohort;
import cohort.subjects.found.Cohorts;
import cohort.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalizerTest {
    private static final String C = "AuditorySentences", SUBJECT = "brainomics_data/S03/";

    private final LocalizerServer archive = new LocalizerServer();
    private final Heard heard = new Heard();

    @TempDir
    Path root;

    @AfterEach
    void close() {
        archive.close();
    }

    private static byte[] file(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private void addMaps(String type, int... subjects) {
        for (int subject : subjects) archive.add(LocalizerServer.map(subject, C, type), file(type + subject));
    }

    private Path dataset() throws IOException {
        return root.toRealPath().resolve("brainomics_localizer");
    }

    private Path fetch(String subjects, boolean extras, Optional<Path> table) {
        return Localizer.fetch(
                new LocalizerRequest(
                        "sentence listening",
                        subjects,
                        extras,
                        extras,
                        extras,
                        Optional.of(root),
                        table,
                        URI.create(archive.url())),
                heard);
    }

    @Test
    void filesLieWhereNilearnLooksForThem() throws IOException {
        addMaps("cmaps", 1, 2, 3);
        addMaps("tmaps", 1, 2, 3);
        archive.add("/localizer/derivatives/spm_1st_level/sub-S03/sub-S03_mask.nii.gz", file("mask"));
        archive.add("/localizer/derivatives/spm_preprocessing/sub-S03/sub-S03_T1w.nii.gz", file("anat"));
        fetch("3", true, Optional.empty());
        for (String name : List.of(
                "download",
                "brainomics_data/participants.tsv",
                "brainomics_data/phenotype/behavioural.tsv",
                SUBJECT + "boolean_mask_mask.nii.gz",
                SUBJECT + "normalized_T1_anat_defaced.nii.gz"))
            assertTrue(Files.exists(dataset().resolve(name)), name);
        assertArrayEquals(
                file("cmaps3"), Files.readAllBytes(dataset().resolve(SUBJECT + "cmaps_AuditorySentences.nii.gz")));
        assertArrayEquals(
                file("tmaps3"), Files.readAllBytes(dataset().resolve(SUBJECT + "tmaps_AuditorySentences.nii.gz")));
    }

    @Test
    void aMissingMapShiftsNoCovariate() {
        addMaps("cmaps", 1, 2, 4, 5);
        addMaps("tmaps", 1, 4, 5);
        Path table = fetch("5", true, Optional.empty());
        Table rows = Table.read(table);
        assertEquals(List.of("S01", "S02", "S04", "S05"), rows.column("participant_id"));
        assertArrayEquals(new double[] {21, 22, 24, 25}, rows.numbers("age"));
        assertArrayEquals(new double[] {1 / 8.0, 2 / 8.0, 4 / 8.0, 5 / 8.0}, rows.numbers("pseudo"));
        assertEquals("n/a", rows.column("tmap").get(1));
        assertEquals(List.of("n/a", "n/a", "n/a", "n/a"), rows.column("mask"));
        assertTrue(
                heard.sentences.contains("The archive has no map of the contrast of S03, left out."),
                heard.sentences.toString());
        Cohort t = Cohorts.read(
                table.resolveSibling("cohort_AuditorySentences_tmaps.tsv").toString());
        assertEquals(List.of("S01", "S04", "S05"), t.ids());
        assertArrayEquals(new double[] {21, 24, 25}, t.covariates().numbers("age"));
        for (String id : t.ids())
            assertEquals(
                    "brainomics_data/" + id + "/tmaps_AuditorySentences.nii.gz",
                    t.covariates().column("map").get(t.ids().indexOf(id)));
    }

    @Test
    void aColumnThatBothTablesHaveKeepsBoth() {
        addMaps("cmaps", 1, 2);
        Table rows = Table.read(fetch("2", false, Optional.empty()));
        assertEquals(
                List.of("participant_id", "map", "age", "sex", "site", "pseudo", "behavioural_site"), rows.columns());
        assertEquals(List.of("SHFJ", "SHFJ"), rows.column("site"));
        assertEquals(List.of("x", "x"), rows.column("behavioural_site"));
    }

    @Test
    void theTableMayLieElsewhere() {
        addMaps("cmaps", 7, 9);
        Path table = root.resolve("mine/cohort.tsv");
        assertEquals(table, fetch("S09,7", false, Optional.of(table)));
        Cohort cohort = Cohorts.read(table.toString());
        assertEquals(List.of("S09", "S07"), cohort.ids());
        assertTrue(Path.of(cohort.covariates().column("map").get(0)).isAbsolute());
    }

    @Test
    void nothingIsAskedForTwice() {
        addMaps("cmaps", 1, 2);
        fetch("2", false, Optional.empty());
        int requests = archive.server().requests().size();
        assertEquals(5, requests);
        fetch("2", false, Optional.empty());
        assertEquals(requests, archive.server().requests().size());
    }

    @Test
    void fewerThanTwoMapsAreNoCohort() {
        addMaps("cmaps", 1);
        String message = assertThrows(InputException.class, () -> fetch("3", false, Optional.empty()))
                .getMessage();
        assertTrue(message.contains("\"sentence listening\" of 1 of the subjects asked for (S01, S02, S03)"), message);
    }

    @Test
    void aPageInPlaceOfATableIsRefusedAndNotKept() throws IOException {
        addMaps("cmaps", 1, 2);
        archive.server().put("/download/id0/", "<html>".getBytes(StandardCharsets.UTF_8));
        Downloader impatient = new Downloader(
                Downloader.open().client(),
                java.time.Duration.ofSeconds(60),
                java.time.Duration.ofHours(1),
                (time, calledOff) -> {});
        LocalizerRequest request = new LocalizerRequest(
                C, "2", false, false, false, Optional.of(root), Optional.empty(), URI.create(archive.url()));
        String message = assertThrows(InputException.class, () -> Localizer.fetch(request, impatient, heard))
                .getMessage();
        assertTrue(message.contains("/download/id0/ cannot be downloaded to " + dataset()), message);
        assertTrue(message.contains("it is not a table that begins with participant_id"), message);
        assertFalse(Files.exists(dataset().resolve("brainomics_data/participants.tsv")));
    }

    @Test
    void aDamagedIndexIsNamed() throws IOException {
        addMaps("cmaps", 1, 2);
        for (String text : List.of("", "[]", "{\"a\":", "{\"/localizer/participants.tsv\":\"/../x\"}", "{}")) {
            Path file = dataset().resolve("download");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            String message = assertThrows(InputException.class, () -> fetch("2", false, Optional.empty()))
                    .getMessage();
            assertTrue(message.startsWith(file + " ") && message.contains("delete"), message);
        }
    }

    @Test
    void aServerThatIsNoAddressIsNamed() {
        for (String server : List.of("file:///data", "localhost:80", "ftp://host"))
            assertTrue(
                    assertThrows(
                                    InputException.class,
                                    () -> new LocalizerRequest(
                                            C,
                                            "2",
                                            false,
                                            false,
                                            false,
                                            Optional.of(root),
                                            Optional.empty(),
                                            URI.create(server)))
                            .getMessage()
                            .contains(server),
                    server);
    }

    @Test
    void saysWhoIsLeftOut() {
        addMaps("cmaps", 2, 3);
        fetch("1-4", false, Optional.empty());
        assertEquals(List.of("The archive has no map of the contrast of S01, S04, left out."), heard.sentences);
    }
}
