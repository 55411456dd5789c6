package cohort.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cohort.Mutation;
import cohort.Watched;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.Subject;
import cohort.subjects.found.Cohorts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Damaged tables give the right cells or one sentence, as damaged images do. */
@Tag("slow")
class TableMutationTest {
    private static final String SEED = "20040603";

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        // Below a folder of its own: a path with .. in it would list all that is in the system's.
        folder = Files.createDirectory(Files.createTempDirectory("mutated").resolve("tables"));
        Volume map = Volume.of(new Grid(1, 1, 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0), new float[] {1, 2});
        for (String name : List.of("a.nii", "b.nii", "c d.nii")) Volumes.write(map, folder.resolve(name), "");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
        Files.delete(folder.getParent());
    }

    /** Without quotes, a table is its lines split at the separators; between others than commas, a comma may be a point. */
    @Property(seed = SEED)
    void cells(@ForAll("tables") byte[] whole, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(whole, random, whole.length);
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        Optional<Table> table = Watched.read(file, 200L * bytes.length, () -> Table.read(file));
        if (table.isEmpty() || !isPlain(bytes)) return;
        List<List<String>> ways = new ArrayList<>();
        for (String separator : List.of(",", ";", "\t", "\\|", "\\s+")) {
            List<List<String>> lines = lines(bytes, separator);
            if (lines.isEmpty()) continue;
            int width = width(lines.get(0));
            if (!lines.get(0).subList(0, width).equals(table.get().columns())) continue;
            assertEquals(lines.size() - 1, table.get().rows());
            boolean same = true;
            for (int c = 0; c < width; c++) {
                List<String> cells = table.get().column(table.get().columns().get(c));
                for (int r = 0; r < cells.size(); r++) {
                    List<String> line = lines.get(r + 1);
                    if (c >= line.size()) same = false;
                    else same &= isCell(line.get(c), cells.get(r), separator);
                }
            }
            if (same) ways.add(lines.get(0));
        }
        assertFalse(ways.isEmpty(), () -> table.get() + " is none of " + new String(bytes, StandardCharsets.UTF_8));
    }

    /** The lines that hold something, without those before the header, split. */
    private static List<List<String>> lines(byte[] bytes, String separator) {
        List<List<String>> lines = new ArrayList<>();
        boolean before = true, announced = false;
        String text = Normalizer.normalize(new String(bytes, StandardCharsets.UTF_8), Normalizer.Form.NFC)
                .replaceAll("[\u00A0\u2000-\u200A\u202F]", " ")
                .replaceAll("[\uFEFF\u200B\u2060]", "");
        for (String line : text.replaceAll("\r\n?", "\n").split("\n")) {
            boolean sign = !announced && line.matches("(?i)sep=[,;|\t][,;\t]*");
            announced |= sign && before;
            if (before && (sign || line.matches("\\s*#(?![,;\t]).*")) || line.isBlank()) continue;
            before = false;
            List<String> cells = Arrays.stream(
                            line.strip().isEmpty()
                                    ? new String[0]
                                    : (separator.equals("\\s+") ? line.strip() : line).split(separator, -1))
                    .map(String::strip)
                    .map(cell -> cell.matches("'+[=+@-].*") ? cell.substring(1) : cell)
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) lines.add(cells);
        }
        return lines;
    }

    private static int width(List<String> header) {
        int width = header.size();
        while (header.get(width - 1).isEmpty()) width--;
        return width;
    }

    private static boolean isCell(String written, String read, String separator) {
        boolean number = !separator.equals(",") && written.matches("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
        return read.equals(written) || number && read.equals(written.replace(',', '.'));
    }

    /** Whatever the table says, it leads to files that exist, each once, or is refused. */
    @Property(seed = SEED)
    void cohort(@ForAll("tables") byte[] whole, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(whole, random, whole.length);
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        Optional<Cohort> cohort = Watched.read(file, 200L * bytes.length, () -> Cohorts.read(file.toString()));
        if (cohort.isEmpty()) return;
        assertEquals(cohort.get().size(), cohort.get().ids().stream().distinct().count());
        for (Subject subject : cohort.get().subjects())
            assertEquals(true, Files.isRegularFile(subject.map().file().orElseThrow()));
        for (String column : cohort.get().covariates().columns())
            Watched.read(
                    file, 200L * bytes.length, () -> cohort.get().covariates().numbers(column));
    }

    private static boolean isPlain(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('"') < 0 && text.chars().noneMatch(c -> c == 0x85 || c == 0x0b || c == 0x0c);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<byte[]> tables() {
        return Arbitraries.of(
                        "participant_id\tmap\tage\nP1\ta.nii\t20.5\nP2\tb.nii\tn/a\nP3\tc d.nii\t-3e1\n",
                        "\uFEFFmap,sex\r\na.nii,f\r\nb.nii,\u00E4\r\n\r\n./c d.nii,m\r\n",
                        "map;x\na.nii;1,5\n../" + "x/b.nii;2,5\n",
                        "sep=;\r\nmap;x;;\r\na.nii;1,028;;\r\nb.nii;2,5;;\r\n;;;\r\n",
                        "# made by hand\nparticipant_id map age\nP1 a.nii 20\nP2 b.nii,1 3\n",
                        "participant_id\tsession_id\tmap\tage\t\nP1\t1\ta.nii\t1,028\t\nP1\t2\tb.nii\t4\t\n",
                        "\"map\",\"a \"\"b\"\"\"\n\"a.nii\",\"1,2\"\nb.nii,\"\nx\"\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
