package cohort.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohort.InputException;
import cohort.subjects.found.Cohorts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(\"http://x\")|\"'=HYPERLINK(\"\"http://x\"\")\"",
                "+49|+49",
                "-1.5|-1.5",
                "-1.0E-5|-1.0E-5",
                "+cmd|'+cmd",
                "-patient|'-patient",
                "@SUM(1)|'@SUM(1)",
                "'=x|''=x",
                "'quoted'|'quoted'",
                "a - b|\"a - b\"",
                "poly(age,2)|\"poly(age,2)\"",
                "sub-01|sub-01"
            })
    void textStaysTextAndNumbersStayNumbers(String cell, String written) {
        assertEquals(written, Cell.write(cell));
    }

    @Test
    void noFormulaStandsAtTheBeginningOfACell() throws IOException {
        Path file = folder.resolve("t.tsv");
        Table table = Table.of("t", List.of("=id", "x"), List.of(List.of("-danger", "-1.5"), List.of("@b", "2")));
        table.write(file);
        assertEquals("'=id\tx\n'-danger\t-1.5\n'@b\t2\n", Files.readString(file));
        assertEquals(table, Table.read(file));
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("=+-@'\"\t\n\r ,;ab1.")
                .ofMaxLength(6)
                .map(String::strip);
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("cells") String first, @ForAll("cells") String second) throws IOException {
        Path file = Files.createTempFile("cells", ".tsv");
        try {
            // A row without a filled cell is no row.
            Table table = Table.of("t", List.of("a,b,c", "d"), List.of(List.of(first, "."), List.of("=", second)));
            table.write(file);
            // The CSV reader, like all, takes any end of line for one.
            assertEquals(lines(table), lines(Table.read(file)));
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<String>> lines(Table table) {
        return table.columns().stream()
                .map(column -> table.column(column).stream()
                        .map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n'))
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/random"})
    void aFileWithoutEndIsRefused(String name) {
        Path endless = Path.of(name);
        assumeTrue(Files.exists(endless));
        assertEquals(
                name + " is a device or a pipe, expected a CSV or TSV file; save one.",
                assertThrows(InputException.class, () -> Table.read(endless)).getMessage());
    }

    @Test
    void aPipeIsRefusedThoughNobodyWrites() throws IOException, InterruptedException {
        Path pipe = folder.resolve("maps.tsv");
        assumeTrue(Path.of("/usr/bin/mkfifo").toFile().exists());
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertTrue(assertThrows(InputException.class, () -> Cohorts.read(pipe.toString()))
                .getMessage()
                .contains("is a device or a pipe"));
    }

    @Test
    void aFileIsReadToALimitOnly() throws IOException {
        Path large = folder.resolve("large.tsv");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertEquals(
                large + " is larger than 100 MB, expected a CSV or TSV file; save one.",
                assertThrows(InputException.class, () -> Table.read(large)).getMessage());
    }
}
