package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.EveryLocale;
import cohort.permute.nulls.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of results holds the same bytes whatever the computer's language: TSV, JSON, run.json and maps. */
@Tag("slow")
class LocalesTest {
    @TempDir
    Path folder;

    private Map<String, String> files(Locale locale) throws Exception {
        Path results = folder.resolve("in " + locale);
        return EveryLocale.in(locale, () -> {
            TinyResults.in(results, "1 + age", "age; intercept", Tail.BOTH, true, Map.of());
            return contents(results);
        });
    }

    private static Map<String, String> contents(Path results) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                contents.put(
                        results.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .replaceFirst("\"write\": [0-9.E-]+", "\"write\": some time"));
        }
        return contents;
    }

    @Test
    void theBytesAreTheSameInEveryLocale() throws Exception {
        Map<String, String> expected = files(Locale.US);
        for (Locale locale : EveryLocale.distinct()) {
            Map<String, String> found = files(locale);
            assertEquals(expected.keySet(), found.keySet());
            expected.forEach((file, bytes) -> assertEquals(bytes, found.get(file), file + " in " + locale));
        }
    }
}
