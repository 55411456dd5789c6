package cohort.data.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.data.download.Content;
import cohort.data.download.Downloader;
import cohort.data.download.Heard;
import cohort.data.download.MisbehavingServer;
import cohort.data.sample.SampleBrain;
import cohort.figure.Phantom;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
    private static final String PATH = "/release/average.nrrd";
    private static final byte[] BYTES = "NRRD0004 and so on".getBytes(StandardCharsets.US_ASCII);

    private final MisbehavingServer server = new MisbehavingServer();
    private final Heard heard = new Heard();
    private final Downloader downloader = new Downloader(
            HttpClient.newHttpClient(), Duration.ofSeconds(20), Duration.ofSeconds(60), (time, calledOff) -> {});

    @TempDir
    Path root;

    @AfterEach
    void close() {
        server.close();
        System.clearProperty(TemplateFile.SERVER);
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private TemplateFile file(String sha256) {
        String address = server.at(PATH).toString();
        return new TemplateFile(address.substring(0, address.length() - PATH.length()), PATH, sha256, Content.NRRD);
    }

    @Test
    void aTemplateIsFetchedOnce() throws Exception {
        server.put(PATH, BYTES);
        Path there = Templates.fetch(file(digest(BYTES)), downloader, List.of(root), heard);
        assertEquals(root.toRealPath().resolve("cohort_templates/average.nrrd"), there);
        assertArrayEquals(BYTES, Files.readAllBytes(there));
        Templates.fetch(file(digest(BYTES)), downloader, List.of(root), heard);
        assertEquals(1, server.requests().size());
    }

    @Test
    void otherBytesAreRefusedByTheirDigest() throws Exception {
        server.put(PATH, BYTES);
        String expected = digest(new byte[1]);
        String message = assertThrows(
                        InputException.class, () -> Templates.fetch(file(expected), downloader, List.of(root), heard))
                .getMessage();
        assertTrue(
                message.contains(": its SHA-256 digest is " + digest(BYTES) + ", expected " + expected + "; try again"),
                message);
        assertFalse(Files.exists(root.resolve("cohort_templates/average.nrrd")));
    }

    @Test
    void aPageInPlaceOfTheImageIsRefused() throws Exception {
        byte[] page = "<html>sign in</html>".getBytes(StandardCharsets.US_ASCII);
        server.put(PATH, page);
        String message = assertThrows(
                        InputException.class,
                        () -> Templates.fetch(file(digest(page)), downloader, List.of(root), heard))
                .getMessage();
        assertTrue(message.contains("it is not an NRRD image"), message);
    }

    @Test
    void aMirrorIsNamedByTheProperty() {
        System.setProperty(TemplateFile.SERVER, "http://mirror.example/");
        assertEquals("http://mirror.example" + PATH, file("").into(root).from().toString());
        System.setProperty(TemplateFile.SERVER, "mirror");
        assertThrows(InputException.class, () -> file("").into(root));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void theFilesHaveDigestsAndSecureAddresses(Template template) {
        assertTrue(template.file().sha256().matches("[0-9a-f]{64}"));
        assertTrue(template.file().into(root).from().toString().startsWith("https://"));
        assertSame(template, Template.named(template.toString()));
    }

    @Test
    void anUnknownTemplateIsRefused() {
        assertEquals(
                "template: found rat, expected mni152 or allen.",
                assertThrows(InputException.class, () -> Template.named("rat")).getMessage());
    }

    private void put(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Volumes.write(Mask.of(SampleBrain.GRID, SampleBrain.inside()).toVolume(), file, "");
    }

    @Test
    void aTemplateServesMapsInItsSpaceAlone() throws IOException {
        Mask human = Mask.of(SampleBrain.GRID, SampleBrain.inside()), other = Phantom.mask(Phantom.RAS);
        assertEquals(Optional.empty(), Templates.under(human, 0, List.of(root)), "none was fetched");
        put("cohort_templates/mni_icbm152_t1_tal_nlin_sym_09a_converted.nii.gz");
        assertEquals(
                SampleBrain.GRID,
                Templates.under(human, 0, List.of(root)).orElseThrow().grid());
        assertEquals(Optional.empty(), Templates.under(other, 0, List.of(root)));
    }

    @Test
    void whatNilearnFetchedIsTaken() throws IOException {
        put("icbm152_2009/mni_icbm152_nlin_sym_09a/mni_icbm152_t1_tal_nlin_sym_09a.nii.gz");
        Mask human = Mask.of(SampleBrain.GRID, SampleBrain.inside());
        assertTrue(Templates.under(human, 0, List.of(root)).isPresent());
        assertEquals(
                "mni_icbm152_t1_tal_nlin_sym_09a.nii.gz",
                Templates.fetch(Template.MNI152, Optional.of(root), heard)
                        .getFileName()
                        .toString());
    }

    /** The bregma lies at 5.4 mm from the front, 0.332 mm from above and 5.739 mm from the left of the file's voxels. */
    @Test
    void theMouseIsLaidToItsBregma() {
        Volume file = Volume.of(Grid.ofVoxelSize(264, 160, 228, 50, 50, 50), new float[264 * 160 * 228]);
        Grid placed = Template.ALLEN.placed(file).grid();
        assertArrayEquals(
                new double[] {5.4 / 0.05 - 0.5, 0.332 / 0.05 - 0.5, 5.739 / 0.05 - 0.5}, placed.toVoxel(0, 0, 0), 1e-9);
        assertTrue(placed.toMm(0, 80, 114)[1] > placed.toMm(263, 80, 114)[1], "the front comes first");
        assertTrue(placed.toMm(132, 0, 114)[2] > placed.toMm(132, 159, 114)[2], "and the top");
        assertTrue(placed.toMm(132, 80, 0)[0] < placed.toMm(132, 80, 227)[0], "and the left");
    }

    @Test
    void theOverlapOfHalvesIsTwoThirds() {
        Grid grid = Grid.ofVoxelSize(10, 10, 10, 0.1, 0.1, 0.1);
        boolean[] half = new boolean[1000];
        for (int v = 0; v < 500; v++) half[v] = true;
        assertEquals(
                2.0 / 3, Overlap.of(Mask.of(grid, half), Mask.everywhere(grid).toVolume()), 1e-9);
        assertEquals(0, Overlap.of(Mask.of(grid, half), Volume.of(grid, new double[1000])), 1e-9);
    }
}
