package cohort.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    private Table read(String name, String text) throws IOException {
        return Table.read(Files.writeString(folder.resolve(name), text));
    }

    private String refusal(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return assertThrows(InputException.class, () -> Table.read(file))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    @Test
    void readsCommasWhateverEndsTheLines() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Table table = read("t.csv", String.join(end, "a,b", "1,x", "2,y", ""));
            assertEquals(List.of("a", "b"), table.columns());
            assertEquals(List.of("1", "2"), table.column("a"));
            assertEquals(List.of("x", "y"), table.column("b"));
            assertEquals(2, table.rows());
        }
    }

    @Test
    void theContentDecidesTheSeparatorAndTheSuffixADraw() throws IOException {
        assertEquals(List.of("a", "b, c"), read("t.tsv", "a\tb, c\n1\t2,5\n").columns());
        assertEquals(List.of("a\tb", "c"), read("t.csv", "a\tb,c\n1,2\n").columns());
        assertEquals(List.of("a", "b"), read("t.tsv", "a,b\n1,2\n").columns());
        assertEquals(List.of("a", "b"), read("t.csv", "a;b\n1;2\n").columns());
        assertEquals(List.of("a"), read("t.csv", "a\n1\n").columns());
        assertEquals(List.of("a\tb", "c"), read("t.csv", "\"a\tb\",c\n1,2\n").columns());
    }

    @Test
    void quotesHoldSeparatorsLinesAndQuotes() throws IOException {
        Table table = read("t.csv", "\"age, years\",\"the \"\"x\"\"\"\n\"1\n2\", b \n");
        assertEquals(List.of("age, years", "the \"x\""), table.columns());
        assertEquals(List.of("1\n2"), table.column("age, years"));
        assertEquals(List.of("b"), table.column("the \"x\""));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertTrue(read("t.csv", "\uFEFFage,sex\n1,f\n").has("age"));
        Path wide = folder.resolve("wide.tsv");
        Files.write(wide, "\uFEFF\u00E4ge\tsex\r\n1\tf\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of("\u00E4ge", "sex"), Table.read(wide).columns());
    }

    @Test
    void missingCellsAreNaN() throws IOException {
        Table table = read("t.tsv", "id\tx\n1\t\n2\tn/a\n3\tNA\n4\tNaN\n5\t-1.5e2\n6\t.5\n");
        double nan = Double.NaN;
        assertArrayEquals(new double[] {nan, nan, nan, nan, -150, 0.5}, table.numbers("x"));
    }

    @Test
    void rowsWithoutContentAreSkippedAndLinesStayRight() throws IOException {
        Table table = read("t.csv", "\na,b\n\n1,2\n,\n3,4\n\n");
        assertEquals(2, table.rows());
        assertTrue(table.where(1).startsWith("line 6 of "));
    }

    @Test
    void textIsNoNumber() throws IOException {
        Table table = read("t.csv", "a,b,c,d\n1,2,3,4\n0x1p3,1d,1e999,\"1,5\"\n");
        for (String column : table.columns()) {
            String message = assertThrows(InputException.class, () -> table.numbers(column))
                    .getMessage();
            assertTrue(message.startsWith("Column \"" + column + "\" has \""), message);
            assertTrue(message.contains("in line 3 of "), message);
            assertEquals(column.equals("d"), message.contains("decimal point; write 1.5"), message);
        }
    }

    @Test
    void anUnknownColumnListsTheRightOnesNearestFirst() throws IOException {
        Table table = read("t.csv", "sex,Age,weight\nf,1,2\n");
        assertFalse(table.has("age"));
        String message =
                assertThrows(InputException.class, () -> table.column("wieght")).getMessage();
        assertTrue(message.endsWith("no column \"wieght\", expected one of weight, sex, Age."), message);
    }

    @Test
    void refusesBadTablesInOneSentence() throws IOException {
        assertEquals("F/e.csv is empty, expected a header line and a row per subject.", refusal("e.csv", "\n \n"));
        assertEquals(
                "Line 3 of F/r.csv has 3 cells, expected 2 as in the header.", refusal("r.csv", "a,b\n1,2\n1,x,3\n"));
        assertEquals(
                "Line 2 of F/c.csv has 4 cells, expected 3 as in the header; it seems that numbers have a decimal comma,"
                        + " write a decimal point or separate the cells by semicolons.",
                refusal("c.csv", "map,age,sex\na.nii,20,5,f\n"));
        assertEquals("Line 2 of F/s.csv has 1 cells, expected 2 as in the header.", refusal("s.csv", "a,b\n1\n"));
        assertEquals(
                "The column name \"a\" occurs twice in line 1 of F/d.csv, expected each name once.",
                refusal("d.csv", "a,b,a\n1,2,3\n"));
        assertEquals(
                "Column 2 has no name in line 1 of F/n.csv, expected a name for each column.",
                refusal("n.csv", "a,,b\n1,2,3\n"));
        assertTrue(refusal("q.csv", "a,b\n1,2\n\"1,2\n3,4\n").contains("row that begins on line 3"));
        assertTrue(refusal("q2.csv", "a,b\n\"1\"x,2\n").contains("row that begins on line 2"));
    }

    @Test
    void refusesWhatIsNoTextFile() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "\u00E4ge\n1\n".getBytes(Charset.forName("ISO-8859-1")));
        Path zip = folder.resolve("zip.csv");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 0, 0});
        for (Path file : List.of(latin, zip))
            assertTrue(assertThrows(InputException.class, () -> Table.read(file))
                    .getMessage()
                    .startsWith(file + " is not a text file in UTF-8"));
        assertTrue(assertThrows(InputException.class, () -> Table.read(folder.resolve("no.csv")))
                .getMessage()
                .contains("no.csv does not exist"));
        assertTrue(assertThrows(InputException.class, () -> Table.read(folder))
                .getMessage()
                .contains("is a folder"));
    }
}
