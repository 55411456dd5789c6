package cohort.data.download;

import static cohort.data.download.MisbehavingServer.cutAfter;
import static cohort.data.download.MisbehavingServer.sending;
import static cohort.data.download.MisbehavingServer.status;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server that does what servers do on bad days. */
@Tag("slow")
class DownloaderTest {
    private static final Duration CONNECT = Duration.ofSeconds(15),
            SILENCE = Duration.ofSeconds(60),
            TIME = Duration.ofHours(1);
    private static final byte[] FILE = gzip(300_000);
    private static final String PATH = "/download/abc/";

    private final MisbehavingServer server = new MisbehavingServer();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Downloader downloader = Downloader.of(CONNECT, SILENCE, TIME, (time, calledOff) -> waits.add(time));
    private final Heard heard = new Heard();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] gzip(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(noise);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private Path file() {
        return folder.resolve("sub/map.nii.gz");
    }

    private Path part() {
        return folder.resolve("sub/map.nii.gz.part");
    }

    private void fetch(Progress progress) {
        server.put(PATH, FILE);
        downloader.fetch(List.of(new Download(server.at(PATH), file(), Content.GZIP)), progress);
    }

    private void fetch() {
        fetch(heard);
    }

    private void assertWhole() throws IOException {
        assertArrayEquals(FILE, Files.readAllBytes(file()));
        assertFalse(Files.exists(part()));
    }

    private String refused() {
        String message = assertThrows(InputException.class, this::fetch).getMessage();
        assertTrue(message.startsWith(server.at(PATH) + " cannot be downloaded to " + file() + ": "), message);
        assertFalse(Files.exists(file()));
        return message;
    }

    @Test
    void downloadsAndTellsTheBytes() throws IOException {
        fetch();
        assertWhole();
        assertEquals(List.of(PATH), server.requests());
        long kB = FILE.length / 1000;
        assertArrayEquals(new long[] {kB, kB}, heard.updates.get(heard.updates.size() - 1));
    }

    @Test
    void leavesAloneWhatIsThere() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "mine");
        fetch();
        assertEquals("mine", Files.readString(file()));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        server.next(PATH, cutAfter(100_000));
        fetch();
        assertWhole();
        assertEquals(List.of(PATH, PATH + " bytes=100000-"), server.requests());
        assertEquals(List.of(Duration.ofSeconds(1)), waits);
        assertTrue(heard.sentences.get(0).startsWith(server.at(PATH) + ": "), heard.sentences.get(0));
    }

    @Test
    void goesOnWhereAnEarlierRunEnded() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), Arrays.copyOf(FILE, 1234));
        fetch();
        assertWhole();
        assertEquals(List.of(PATH + " bytes=1234-"), server.requests());
    }

    @Test
    void beginsAnewWhereTheServerCannotGoOn() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), Arrays.copyOf(FILE, 1234));
        server.next(PATH, sending(FILE));
        fetch();
        assertWhole();
    }

    @Test
    void beginsAnewWhereAnEarlierRunLeftOtherBytes() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), new byte[5000]);
        fetch();
        assertWhole();
        assertEquals(List.of(PATH + " bytes=5000-", PATH), server.requests());
    }

    @Test
    void beginsAnewAfterAPartThatIsTooLong() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), Arrays.copyOf(FILE, FILE.length + 10));
        fetch();
        assertWhole();
    }

    @Test
    void beginsAnewWhenTheServerGoesOnElsewhere() throws IOException {
        server.next(PATH, cutAfter(100_000), (exchange, file) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 7-" + (file.length - 1) + "/" + file.length);
            exchange.sendResponseHeaders(206, file.length - 7);
            exchange.getResponseBody().write(file, 7, file.length - 7);
        });
        fetch();
        assertWhole();
    }

    @Test
    void aTableIsNeverPatchedTogether() throws IOException {
        byte[] table = "participant_id\tage\nS01\t24\n".getBytes(StandardCharsets.UTF_8);
        server.put("/t", table);
        server.next("/t", cutAfter(10));
        Path to = folder.resolve("participants.tsv");
        downloader.fetch(List.of(new Download(server.at("/t"), to, Content.TABLE)), heard);
        assertArrayEquals(table, Files.readAllBytes(to));
        assertEquals(List.of("/t", "/t"), server.requests());
    }

    @Test
    void triesAgainWhenTheServerFails() throws IOException {
        server.next(PATH, status(500), status(502), status(503));
        fetch();
        assertWhole();
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), waits);
    }

    @Test
    void givesUpOnAServerThatAlwaysFails() {
        server.next(PATH, IntStream.range(0, 20).mapToObj(n -> status(500)).toArray(MisbehavingServer.Manner[]::new));
        assertTrue(refused().contains("the server answered 500"));
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 30L),
                waits.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws IOException {
        String date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        server.next(
                PATH,
                status(429, "Retry-After", "17"),
                status(503, "Retry-After", date),
                status(429, "Retry-After", "soon"));
        fetch();
        assertWhole();
        assertEquals(Duration.ofSeconds(17), waits.get(0));
        assertTrue(waits.get(1).toSeconds() > 80 && waits.get(1).toSeconds() <= 100, waits.toString());
        assertEquals(Duration.ofSeconds(4), waits.get(2));
    }

    @Test
    void doesNotWaitForHours() {
        server.next(PATH, status(429, "Retry-After", "7200"));
        assertTrue(refused().contains("429 (too many requests)"));
        assertEquals(List.of(), waits);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void doesNotInsistOnWhatWillNotBe(int status) {
        server.next(PATH, status(status));
        assertTrue(refused().contains("the server answered " + status));
        assertEquals(List.of(PATH), server.requests());
    }

    @Test
    void followsRedirects() throws IOException {
        server.put("/elsewhere", FILE);
        server.next(
                PATH,
                status(302, "Location", "/next"),
                status(302, "Location", server.at("/elsewhere").toString()));
        server.next("/next", status(307, "Location", server.at("/elsewhere").toString()));
        fetch();
        assertWhole();
        assertEquals(List.of(PATH, "/next", "/elsewhere"), server.requests());
    }

    @Test
    void stopsARedirectLoop() {
        server.next(
                PATH,
                IntStream.range(0, 50)
                        .mapToObj(n -> status(302, "Location", PATH))
                        .toArray(MisbehavingServer.Manner[]::new));
        assertTrue(refused().contains("302 (it redirects endlessly"));
        assertTrue(server.requests().size() < 10, server.requests().size() + " requests");
    }

    @Test
    void refusesGarbage() {
        server.next(
                PATH,
                IntStream.range(0, 20)
                        .mapToObj(n -> sending("<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)))
                        .toArray(MisbehavingServer.Manner[]::new));
        assertTrue(refused().contains("its gzip data are damaged"));
    }

    @Test
    void refusesAFileThatTheServerCutsItself() {
        server.next(
                PATH,
                IntStream.range(0, 20)
                        .mapToObj(n -> sending(Arrays.copyOf(FILE, 200_000)))
                        .toArray(MisbehavingServer.Manner[]::new));
        assertTrue(refused().contains("its gzip data end too early"));
    }

    @Test
    void damageOnTheWayIsMended() throws IOException {
        byte[] damaged = FILE.clone();
        damaged[150_000] ^= 4;
        server.next(PATH, sending(damaged));
        fetch();
        assertWhole();
    }

    @Test
    void doesNotWaitForAServerThatFallsSilent() throws IOException {
        server.put(PATH, FILE);
        server.next(PATH, server.stallAfter(50_000));
        Downloader hasty = Downloader.of(CONNECT, Duration.ofSeconds(1), TIME, (time, calledOff) -> {});
        hasty.fetch(List.of(new Download(server.at(PATH), file(), Content.GZIP)), heard);
        assertWhole();
        assertEquals(PATH + " bytes=50000-", server.requests().get(1));
        assertTrue(heard.sentences.get(0).contains("the server did not respond for 1 s"), heard.sentences.get(0));
    }

    private String refusedBy(Downloader downloader, Content content) {
        Download download = new Download(server.at(PATH), file(), content);
        String message = assertThrows(InputException.class, () -> downloader.fetch(List.of(download), heard))
                .getMessage();
        assertFalse(Files.exists(file()));
        return message;
    }

    @Test
    void aFileThatIsAnnouncedAsTooLargeIsNotBegun() throws IOException {
        server.next(PATH, (exchange, file) -> {
            exchange.sendResponseHeaders(200, 5L << 30);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
        });
        String message = refusedBy(Downloader.open(), Content.GZIP);
        assertTrue(message.contains("found 5368709120 bytes or more, expected at most 1073741824"), message);
        assertEquals(List.of(PATH), server.requests());
        assertEquals(0, Files.size(part()));
    }

    @Test
    void aFileWithoutEndIsGivenUp() throws IOException {
        server.next(PATH, (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) exchange.getResponseBody().write(new byte[1 << 20]);
        });
        String message = refusedBy(Downloader.open(), Content.JSON);
        assertTrue(message.contains("bytes or more, expected at most 104857600"), message);
        assertEquals(0, Files.size(part()));
    }

    /** Ten bytes at a time, fifty times a second. */
    private static void drip(HttpExchange exchange, byte[] file) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        for (int n = 0; n < file.length; n += 10) {
            exchange.getResponseBody().write(file, n, 10);
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aServerThatDripsIsAskedAgain() throws IOException {
        server.put(PATH, FILE);
        server.next(PATH, DownloaderTest::drip);
        Downloader hasty = Downloader.of(CONNECT, Duration.ofSeconds(1), TIME, (time, calledOff) -> {});
        hasty.fetch(List.of(new Download(server.at(PATH), file(), Content.GZIP)), heard);
        assertWhole();
        assertTrue(
                heard.sentences.get(0).contains("the server sent less than 1000 bytes a second for 1 s"),
                heard.sentences.get(0));
    }

    @Test
    void aFileMayNotTakeForever() {
        server.put(PATH, FILE);
        server.next(PATH, DownloaderTest::drip);
        String message = refusedBy(
                Downloader.of(CONNECT, SILENCE, Duration.ofSeconds(1), (time, calledOff) -> {}), Content.GZIP);
        assertTrue(message.contains("it was not there after 1 s"), message);
        assertEquals(List.of(PATH), server.requests());
    }

    /** A few bytes that inflate to 64 MB. */
    @Test
    void inflatingCanBeCalledOff() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            for (int n = 0; n < 64; n++) out.write(new byte[1 << 20]);
        }
        int[] calls = {0};
        assertThrows(
                CancellationException.class,
                () -> Content.GZIP.check(new ByteArrayInputStream(bomb.toByteArray()), () -> {
                    if (++calls[0] == 3) throw new CancellationException();
                }));
        assertEquals(3, calls[0]);
    }

    @Test
    void namesAServerThatIsNotThere() {
        URI nowhere = server.at(PATH);
        server.close();
        Download download = new Download(nowhere, file(), Content.GZIP);
        String message = assertThrows(InputException.class, () -> downloader.fetch(List.of(download), heard))
                .getMessage();
        assertTrue(message.startsWith(nowhere + " cannot be downloaded"), message);
        assertTrue(message.contains("the connection failed ("), message);
        assertFalse(message.contains("null"), message);
    }

    @Test
    void namesAFolderThatCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("sub"), "a file");
        String message = assertThrows(InputException.class, this::fetch).getMessage();
        assertTrue(message.startsWith(file() + " cannot be written: "), message);
    }

    /** A disk that is full from the first byte on, where the system has one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNotTriedAgain() throws IOException {
        Files.createDirectories(part().getParent());
        Files.createSymbolicLink(part(), Path.of("/dev/full"));
        String message = assertThrows(InputException.class, this::fetch).getMessage();
        assertTrue(message.startsWith(file() + " cannot be written: No space left on device;"), message);
        assertEquals(List.of(PATH), server.requests());
        assertFalse(Files.exists(file()));
        Files.delete(part());
    }

    @Test
    void oneFailureEndsAllAndCompleteFilesStay() throws IOException {
        server.put("/good", FILE);
        server.next("/bad", (exchange, file) -> {
            awaitFile(folder.resolve("good"));
            exchange.sendResponseHeaders(404, -1);
        });
        List<Download> downloads = List.of(
                new Download(server.at("/good"), folder.resolve("good"), Content.GZIP),
                new Download(server.at("/bad"), folder.resolve("bad"), Content.GZIP),
                new Download(server.at("/slow"), folder.resolve("slow"), Content.GZIP));
        server.put("/slow", FILE);
        server.next("/slow", server.stallAfter(10));
        InputException e = assertThrows(InputException.class, () -> downloader.fetch(downloads, heard));
        assertTrue(e.getMessage().startsWith(server.at("/bad") + " "), e.getMessage());
        assertArrayEquals(FILE, Files.readAllBytes(folder.resolve("good")));
        assertFalse(Files.exists(folder.resolve("slow")));
    }

    @Test
    void cancelingKeepsWhatIsComplete() throws IOException {
        server.put("/good", FILE);
        server.put("/slow", FILE);
        server.next("/slow", server.stallAfter(20_000));
        Path good = folder.resolve("good"), slow = folder.resolve("slow"), part = folder.resolve("slow.part");
        List<Download> downloads = List.of(
                new Download(server.at("/good"), good, Content.GZIP),
                new Download(server.at("/slow"), slow, Content.GZIP));
        Heard canceling = new Heard(() -> Files.exists(good) && part.toFile().length() == 20_000);
        assertThrows(CancellationException.class, () -> downloader.fetch(downloads, canceling));
        assertArrayEquals(FILE, Files.readAllBytes(good));
        assertFalse(Files.exists(slow));
        downloader.fetch(downloads, heard);
        assertArrayEquals(FILE, Files.readAllBytes(slow));
        assertTrue(
                server.requests().contains("/slow bytes=20000-"),
                server.requests().toString());
    }

    @Test
    void cancelingEndsTheWaitBetweenAttempts() {
        server.put(PATH, FILE);
        server.next(PATH, status(500));
        boolean[] waiting = {false};
        Downloader waits = Downloader.of(CONNECT, SILENCE, TIME, (time, calledOff) -> {
            waiting[0] = true;
            Downloader.Pause.SLEEP.let(Duration.ofHours(1), calledOff);
        });
        Heard canceling = new Heard(() -> waiting[0]);
        List<Download> downloads = List.of(new Download(server.at(PATH), file(), Content.GZIP));
        assertThrows(CancellationException.class, () -> waits.fetch(downloads, canceling));
    }

    @Test
    void twoClientsDoNotSpoilEachOther() throws IOException {
        int n = 12;
        List<Download> downloads = IntStream.range(0, n)
                .mapToObj(f -> {
                    server.put("/" + f, gzip(100_000 + f));
                    server.next("/" + f, cutAfter(40_000), cutAfter(70_000));
                    return new Download(server.at("/" + f), folder.resolve(f + ".gz"), Content.GZIP);
                })
                .toList();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> downloader.fetch(downloads, Progress.NONE)),
                        CompletableFuture.runAsync(() -> downloader.fetch(downloads, Progress.NONE)),
                        CompletableFuture.runAsync(() -> downloader.fetch(downloads, Progress.NONE)))
                .join();
        for (int f = 0; f < n; f++)
            assertArrayEquals(gzip(100_000 + f), Files.readAllBytes(folder.resolve(f + ".gz")), "file " + f);
        try (var files = Files.list(folder)) {
            assertEquals(n, files.count());
        }
    }

    private static void awaitFile(Path file) {
        try {
            while (!Files.exists(file)) Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
