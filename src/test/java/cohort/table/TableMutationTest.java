package cohort.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Mutation;
import cohort.Watched;
import cohort.subjects.Cohort;
import cohort.subjects.Cohorts;
import cohort.subjects.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        folder = Files.createTempDirectory("mutated");
        for (String map : List.of("a.nii", "b.nii", "c d.nii")) Files.writeString(folder.resolve(map), "");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    /** Without quotes, a table is its lines split at the separators. */
    @Property(seed = SEED)
    void cells(@ForAll("tables") byte[] whole, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(whole, random, whole.length);
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        Optional<Table> table = Watched.read(file, 200L * bytes.length, () -> Table.read(file));
        if (table.isEmpty() || !isPlain(bytes)) return;
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replaceAll("\r\n?", "\n")
                .lines()
                .filter(line -> !line.replaceAll("[,;\t]", "").isBlank())
                .toList();
        assertEquals(lines.size() - 1, table.get().rows());
        for (int c = 0; c < table.get().columns().size(); c++)
            for (int r = 0; r < table.get().rows(); r++) {
                List<List<String>> ways = Arrays.stream(new String[] {",", ";", "\t"})
                        .map(separator -> Arrays.stream(lines.get(0).split(separator, -1))
                                .map(String::strip)
                                .toList())
                        .toList();
                int way = ways.indexOf(table.get().columns());
                String cell = lines.get(r + 1)
                        .split(new String[] {",", ";", "\t"}[way], -1)[c]
                        .strip();
                assertEquals(
                        cell, table.get().column(table.get().columns().get(c)).get(r));
            }
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
                        "\"map\",\"a \"\"b\"\"\"\n\"a.nii\",\"1,2\"\nb.nii,\"\nx\"\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
