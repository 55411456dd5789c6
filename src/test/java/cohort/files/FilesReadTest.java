package cohort.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.image.format.FormatsReferenceTest;
import cohort.image.format.VolumeFile;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesReadTest {
    @TempDir
    Path folder;

    private final FilesRead files = FilesRead.begin();

    private List<String> read() {
        return files.list(List.of(), (file, digest) -> file.getFileName() + " " + digest);
    }

    private static String entry(Path file) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return file.getFileName() + " " + HexFormat.of().formatHex(digest);
    }

    private Path map(String name) {
        Path file = folder.resolve(name);
        Volumes.write(TinyCohort.volumes()[0], file, "");
        return file;
    }

    private static String refusal(Path file) {
        return file + " changed while it was being read; leave the files alone during a run, and start it again.";
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.nii", "a.nii.gz"})
    void anImageHasTheDigestOfItsBytes(String name) throws IOException, GeneralSecurityException {
        Path map = map(name);
        VolumeFile.open(map, files);
        assertEquals(List.of(), read(), "a header alone is no map");
        Volumes.read(map, files);
        assertEquals(List.of(entry(map)), read());
    }

    /** An Analyze pair, of which SPM keeps the orientation in a third file. */
    @Test
    void allFilesOfAPairAreThere() throws IOException, GeneralSecurityException {
        Path reference = FormatsReferenceTest.FILES;
        Path header;
        try (var all = Files.walk(reference)) {
            Path mat = all.filter(file -> file.toString().endsWith(".mat"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            String stem = mat.getFileName().toString().replace(".mat", "");
            for (String end : List.of(".hdr", ".img", ".mat"))
                Files.copy(mat.resolveSibling(stem + end), folder.resolve("a" + end));
            header = folder.resolve("a.hdr");
        }
        VolumeFile.open(header, files).readAll();
        assertEquals(List.of(entry(header), entry(folder.resolve("a.mat")), entry(folder.resolve("a.img"))), read());
    }

    @Test
    void aFileThatIsWrittenAfterItsHeaderWasReadIsRefused() throws IOException {
        Path map = map("a.nii");
        VolumeFile opened = VolumeFile.open(map, files);
        Files.setLastModifiedTime(map, FileTime.fromMillis(1_000_000));
        assertEquals(
                refusal(map),
                assertThrows(InputException.class, opened::readAll).getMessage());
        assertEquals(List.of(), read());
    }

    @Test
    void aFileThatIsWrittenWhileItsVoxelsAreReadIsRefused() throws IOException {
        Path map = map("a.nii");
        byte[] more = new byte[1];
        assertEquals(
                refusal(map),
                assertThrows(InputException.class, () -> VolumeFile.open(map, files)
                                .forEach((volume, t) -> append(map, more)))
                        .getMessage());
        Path gone = map("b.nii");
        assertEquals(
                refusal(gone),
                assertThrows(InputException.class, () -> VolumeFile.open(gone, files)
                                .forEach((volume, t) -> gone.toFile().delete()))
                        .getMessage());
    }

    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatIsReadTwiceMustBeTheSame() {
        Path file = Path.of("table.tsv");
        files.add(file, file, "a");
        files.add(file, file, "a");
        assertEquals(
                refusal(file),
                assertThrows(InputException.class, () -> files.add(file, file, "b"))
                        .getMessage());
    }

    @Test
    void filesComeInTheOrderOfTheSubjectsWhicheverWasReadFirst() {
        for (String name : List.of("table", "c", "a", "mask", "b")) files.add(Path.of(name), Path.of(name), "0");
        assertEquals(
                List.of("table", "mask", "a", "b", "c"),
                files.list(List.of(Path.of("a"), Path.of("b"), Path.of("c")), (file, digest) -> file.toString()));
    }
}
