package cohort.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Mutation;
import cohort.Watched;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Damaged files of numbers give the numbers that stand in them or one sentence. */
@Tag("slow")
class MatrixMutationTest {
    private static final String SEED = "20040604";
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("mutated");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Files.delete(folder.resolve("m.csv"));
        Files.delete(folder);
    }

    @Property(seed = SEED)
    void numbers(@ForAll("files") byte[] whole, @ForAll Random random) throws IOException {
        byte[] bytes = Mutation.of(whole, random, whole.length);
        Path path = Files.write(folder.resolve("m.csv"), bytes);
        Optional<MatrixFile> file =
                Watched.read(path, 200L * bytes.length, () -> MatrixFile.read(path, FilesRead.ignored()));
        if (file.isEmpty() || file.get().hasHeader()) return;
        Table table = file.get().table();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int matrix = text.indexOf("/Matrix"); // what else its line holds is no number of the matrix
        if (matrix < 0) return;
        String numbersAndWords =
                text.substring(matrix).replaceFirst("[^\r\n]*", "").strip();
        List<String> found = BLANKS.splitAsStream(numbersAndWords)
                .filter(word -> !word.isEmpty())
                .toList();
        int columns = table.columns().size();
        assertEquals(found.size(), table.rows() * columns, text);
        for (int c = 0; c < columns; c++) {
            double[] numbers = table.numbers(table.columns().get(c));
            for (int r = 0; r < table.rows(); r++)
                assertEquals(Double.parseDouble(found.get(r * columns + c)), numbers[r]);
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.of(
                        "/NumWaves 2\n/NumPoints 4\n/PPheights 1 1\n\n/Matrix\n1 0\n1 0.5\n1 -2\n1 3e1\n",
                        "/ContrastName1 a > b\n/ContrastName2 c\n/NumWaves 3\n/NumContrasts 2\n/Matrix\n1 -1 0\n0 0 1\n",
                        "1,0\n1,0.5\n1,-2\n1,3e1\n",
                        "1 0\n1 0.5\n1 -2\n1 3e1\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
