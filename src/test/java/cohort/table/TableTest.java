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
        assertEquals("F/e.csv is empty, expected a header line and one row per subject.", refusal("e.csv", "\n \n"));
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
        assertEquals(
                latin + " is not a text file in UTF-8, expected a CSV or TSV; save it as CSV UTF-8.",
                assertThrows(InputException.class, () -> Table.read(latin)).getMessage());
        assertEquals(
                zip
                        + " looks like a spreadsheet's own file (.xlsx, .ods or .xls), expected a CSV or TSV; save it as CSV"
                        + " UTF-8 from the spreadsheet.",
                assertThrows(InputException.class, () -> Table.read(zip)).getMessage());
        assertTrue(assertThrows(InputException.class, () -> Table.read(folder.resolve("no.csv")))
                .getMessage()
                .contains("no.csv does not exist"));
        assertTrue(assertThrows(InputException.class, () -> Table.read(folder))
                .getMessage()
                .contains("is a folder"));
    }

    @Test
    void emptyColumnsAndRowsAtTheEndAreDropped() throws IOException {
        Table table = read("t.csv", "a,b,,\n1,2,,\n,,,\n3,,,\n,,,\n");
        assertEquals(List.of("a", "b"), table.columns());
        assertEquals(List.of("1", "3"), table.column("a"));
        assertEquals(List.of("2", ""), table.column("b"));
        assertEquals(List.of("a", "b"), read("t.tsv", "a\tb\t\n1\t2\n").columns());
        assertEquals(List.of("2"), read("t.tsv", "a\tb\n1\t2\t\t\n").column("b"));
        assertEquals(
                "Column 3 has no name in line 1 of F/v.csv, but \"x\" in line 3, expected a name for each column.",
                refusal("v.csv", "a,b,\n1,2,\n1,2,x\n"));
        assertEquals("Line 2 of F/s.csv has 1 cells, expected 3 as in the header.", refusal("s.csv", "a,b,\n1\n"));
        assertEquals("F/e.csv is empty, expected a header line and one row per subject.", refusal("e.csv", ",,\n,,\n"));
    }

    @Test
    void aFirstLineMayNameTheSeparator() throws IOException {
        for (String line : List.of("sep=;", "SEP=;", "\"sep=;\"", "sep=;;;"))
            assertEquals(
                    List.of("a,b", "c"),
                    read("t.csv", line + "\r\na,b;c\r\n1;2\r\n").columns(),
                    line);
        assertEquals(List.of("a", "b"), read("t.csv", "\uFEFFsep=|\na|b\n1|2\n").columns());
        assertEquals("line 3", read("t.csv", "sep=,\na,b\n1,2\n").where(0).substring(0, 6));
    }

    @Test
    void linesBeforeTheHeaderMayBeComments() throws IOException {
        Table table = read("t.tsv", "# my study\n\n  # of two\na\tb\n1\t2\n");
        assertEquals(List.of("a", "b"), table.columns());
        assertTrue(table.where(0).startsWith("line 5 of "));
        assertEquals(List.of("#", "b"), read("t.tsv", "#\tb\n1\t2\n").columns());
        assertEquals(List.of("#x"), read("t.tsv", "a\n#x\n").column("a"));
    }

    @Test
    void blanksSeparateWhereNothingElseCan() throws IOException {
        Table table = read("t.txt", "id  age map\nA    20 x.nii,1\n\n B 30  y.nii\n");
        assertEquals(List.of("id", "age", "map"), table.columns());
        assertEquals(List.of("20", "30"), table.column("age"));
        assertEquals(List.of("x.nii,1", "y.nii"), table.column("map"));
        assertTrue(table.where(1).startsWith("line 4 of "));
        assertEquals(
                List.of("participant id"),
                read("t.csv", "participant id\nA\nB\n").columns());
        assertEquals(List.of("my map"), read("t.csv", "map\nmy map\n").column("map"));
    }

    @Test
    void whatReadsTheSameIsTheSame() throws IOException {
        Table table = read("t.tsv", "ag\u0065\u0301\u00A0\tgroup\n\u00A01\u202F\ta\u00A0b\n2\ta b\u200B\n");
        assertArrayEquals(new double[] {1, 2}, table.numbers("ag\u00E9"));
        assertEquals(List.of("a b", "a b"), table.column("group"));
    }

    @Test
    void rowNumbersWithoutANameAreNoColumn() throws IOException {
        assertEquals(
                List.of("a"), read("t.csv", "\"\",\"a\"\n\"1\",5\n\"2\",6\n").columns());
        assertEquals(List.of("6"), read("t.csv", ",a\n0,6\n").column("a"));
        assertEquals(
                "Column 1 has no name in line 1 of F/x.csv, expected a name for each column.",
                refusal("x.csv", ",a\nx,5\n"));
        assertEquals(
                "Column 1 has no name in line 1 of F/y.csv, expected a name for each column.",
                refusal("y.csv", ",a\n1,5\n3,5\n"));
    }

    /** Every way in which three cells can be written, against what each can mean. */
    @Test
    void decimalCommasAreReadWhereTheyCanBeNothingElse() throws IOException {
        Table table = read("t.csv", "id;x;y;z\na;1,5;7;1,028\nb;-2,25e1;8;n/a\nc;,5;;2\n");
        assertArrayEquals(new double[] {1.5, -22.5, 0.5}, table.numbers("x"));
        assertArrayEquals(new double[] {7, 8, Double.NaN}, table.numbers("y"));
        assertArrayEquals(new double[] {1.028, Double.NaN, 2}, table.numbers("z"), "the table has decimal commas");
        assertEquals(
                List.of(folder + "/t.csv: commas in numbers are taken for decimal points, 1,5 for 1.5."),
                table.remarks());
        String[] cells = {"1,5", "1,028", "12.5", "7", "1,234,567", "n/a"};
        for (String first : cells)
            for (String second : cells)
                for (String separator : List.of(";", "\t")) {
                    Table two = read(
                            "t.csv", "x" + separator + "y\n" + first + separator + "a\n" + second + separator + "a\n");
                    boolean comma = first.equals("1,5") || second.equals("1,5");
                    boolean other = (first + second).contains(".") || (first + second).contains("4,5");
                    boolean certain = comma && !other;
                    boolean plain = !(first + second).contains(",");
                    if (certain || plain)
                        assertArrayEquals(
                                new double[] {number(first), number(second)}, two.numbers("x"), first + " " + second);
                    else assertThrows(InputException.class, () -> two.numbers("x"), first + " " + second);
                }
    }

    private static double number(String cell) {
        return cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell.replace(',', '.'));
    }

    @Test
    void aNumberThatMayBeTwoIsAskedAbout() throws IOException {
        for (String text : List.of("x\ty\n1,028\t2.5\n", "x;y\n1,028;2\n", "x,y\n\"1,028\",2.5\n"))
            assertEquals(
                    "Column \"x\" has \"1,028\" in line 2 of F/t.csv, expected a number without a comma, since this may be 1.028"
                            + " or 1028; write which it is.",
                    assertThrows(InputException.class, () -> read("t.csv", text).numbers("x"))
                            .getMessage()
                            .replace(folder.toString(), "F"));
    }

    @Test
    void aColumnThatOnlyATableHasIsSoughtThere() {
        Table ids = Table.of("maps", List.of("participant_id"), List.of(List.of("a")));
        assertEquals(
                "maps has no column \"age\", expected one of participant_id; give the table that has it with"
                        + " table=FILE.",
                assertThrows(InputException.class, () -> ids.column("age")).getMessage());
    }
}
