package cohort.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.data.sample.SampleCohort;
import cohort.imagej.Headless;
import cohort.imagej.MacroLines;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the site: their links lead somewhere, a reader who starts at the first finds all, and their macros run. */
@Tag("slow")
class SiteTest {
    static {
        Headless.start();
    }

    private static final Path SITE = Path.of("src", "site", "markdown");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\"\\s]+)[)\"]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern MACRO = Pattern.compile("(?s)```javascript\n(.+?)```");
    private static final int SUBJECTS = 12;

    @TempDir
    static Path data;

    @TempDir
    Path results;

    /** The sample cohort, with the columns that the pages speak of. */
    @BeforeAll
    static void writeData() throws IOException {
        SampleCohort.write(data, SUBJECTS, 1, 1, Progress.NONE);
        List<String> ages = List.of("31", "45", "28", "60", "39", "52", "47", "33", "25", "58", "41", "36");
        StringBuilder subjects = new StringBuilder("participant_id\tmap\tgroup\tsite\tage\tgm\n");
        StringBuilder sessions = new StringBuilder("participant_id\tmap\tsubject\tsession\tgroup\tage\n");
        StringBuilder factors = new StringBuilder("participant_id\tmap\tsubject\tA\tB\n");
        for (int s = 0; s < SUBJECTS; s++) {
            String map = file(s), another = file((s + 5) % SUBJECTS);
            subjects.append(String.join(
                            "\t",
                            "p" + s,
                            map,
                            s % 2 == 0 ? "patient" : "control",
                            "abc".substring(s % 3, s % 3 + 1),
                            ages.get(s),
                            another))
                    .append('\n');
            sessions.append(String.join(
                            "\t",
                            "p" + s,
                            map,
                            "s" + s / 2,
                            s % 2 == 0 ? "pre" : "post",
                            s / 2 % 2 == 0 ? "patient" : "control",
                            ages.get(s / 2)))
                    .append('\n');
            factors.append(String.join("\t", "p" + s, map, "s" + s / 4, "a" + (1 + s % 2), "b" + (1 + s / 2 % 2)))
                    .append('\n');
        }
        Files.writeString(data.resolve("participants.tsv"), subjects);
        Files.writeString(data.resolve("sessions.tsv"), sessions);
        Files.writeString(data.resolve("factors.tsv"), factors);
    }

    private static String file(int subject) {
        return String.format(Locale.ROOT, "sub-%02d.nii.gz", subject + 1);
    }

    @AfterEach
    void closeImages() {
        MacroLines.closeImages();
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md").map(Path::of),
                    files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    static Stream<Path> pagesWithMacros() throws IOException {
        return Stream.concat(pages(), Stream.of(Path.of("src", "site", "imagej.net", "cohort.md")))
                .filter(page -> MACRO.matcher(read(page)).find());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        for (String link : links(page)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page : resolved(page, parts[0]);
            assertTrue(Files.exists(target), page + " links to " + link);
            if (parts.length == 2) assertTrue(anchors(target).contains(parts[1]), page + " links to " + link);
        }
    }

    @Test
    void everyPageIsFoundFromTheFirst() throws IOException {
        Set<Path> found = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(SITE.resolve("index.md")));
        while (!open.isEmpty()) {
            Path page = open.pop();
            if (found.add(page))
                for (String link : links(page))
                    if (link.contains(".md")) open.push(resolved(page, link.split("#", 2)[0]));
        }
        Set<Path> expected =
                new TreeSet<>(pages().filter(page -> page.startsWith(SITE)).toList());
        found.removeIf(page -> !page.startsWith(SITE));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("pagesWithMacros")
    void theMacrosRun(Path page) {
        Matcher macro = MACRO.matcher(read(page));
        while (macro.find()) {
            String text = macro.group(1)
                    .replace(
                            "/data/participants.tsv",
                            data.resolve("participants.tsv").toString())
                    .replace("/data/sessions.tsv", data.resolve("sessions.tsv").toString())
                    .replace("/data/factors.tsv", data.resolve("factors.tsv").toString())
                    .replace("/data/", results + "/")
                    .replaceAll(" permutations=\\d+", "")
                    .replace(
                            "run(\"Permutation Inference...\", \"",
                            "run(\"Permutation Inference...\", \"permutations=20 ");
            assertEquals(Optional.empty(), MacroRun.run(text, ""), page + ":\n" + text);
        }
    }

    private static List<String> links(Path page) {
        return LINK.matcher(read(page).replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", ""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static Path resolved(Path page, String link) {
        Path folder = page.getParent();
        return (folder == null ? Path.of(link) : folder.resolve(link)).normalize();
    }

    /** As GitHub and Doxia name headings. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new TreeSet<>();
        Matcher heading = HEADING.matcher(read(page));
        while (heading.find())
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} -]", "")
                    .replace(' ', '-'));
        return anchors;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(page + " cannot be read", e);
        }
    }
}
