package cohort.design.contrast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.Contrasts;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastFilesTest {
    private static final DesignMatrix DESIGN = new DesignMatrix(
            List.of("a", "b", "age"),
            new double[][] {{1, 0, 3}, {1, 0, 5}, {0, 1, 4}, {0, 1, 9}},
            List.of("A", "B", "C", "D"));

    @TempDir
    Path folder;

    private Path con;
    private Path fts;

    @BeforeEach
    void write() throws IOException {
        con = file(
                "d.con",
                "/ContrastName1 a > b\n/NumWaves 3\n/NumContrasts 3\n/PPheights 1 1 1\n/Matrix\n1 -1 0\n0 0 1\n.5 .5 0\n");
        fts = file("d.fts", "/NumWaves 3\n/NumContrasts 2\n/Matrix\n1 1 0\n1 1 1\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Contrast> read(Path... files) {
        return Contrasts.fromFiles(List.of(files), DESIGN, FilesRead.ignored());
    }

    private String refusal(Path... files) {
        return assertThrows(InputException.class, () -> read(files))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    @Test
    void eachRowIsAContrast() {
        List<Contrast> contrasts = read(con);
        assertEquals(
                List.of("aGtB", "001", "550"),
                contrasts.stream().map(Contrast::name).toList());
        assertEquals(
                List.of("a > b", "0 0 1", ".5 .5 0"),
                contrasts.stream().map(Contrast::text).toList());
        assertArrayEquals(new double[][] {{1, -1, 0}}, contrasts.get(0).rows());
        assertArrayEquals(new double[][] {{0.5, 0.5, 0}}, contrasts.get(2).rows());
    }

    @Test
    void testsPutRowsTogether() {
        List<Contrast> both = read(con, fts);
        assertEquals(5, both.size());
        assertArrayEquals(new double[][] {{1, -1, 0}, {0, 0, 1}}, both.get(3).rows());
        assertEquals("a > b; 0 0 1; .5 .5 0", both.get(4).text());
        List<Contrast> alone = read(fts);
        assertEquals(2, alone.size());
        assertArrayEquals(both.get(3).rows(), alone.get(0).rows());
        FilesRead files = FilesRead.begin();
        Contrasts.fromFiles(List.of(fts), DESIGN, files);
        assertEquals(List.of(con, fts), files.list(List.of(), (file, digest) -> file));
    }

    @Test
    void weightsUnderAHeaderGoToTheRegressorsItNames() throws IOException {
        Path named = file("c.csv", "age,a,b\n1,0,0\n0,1,-1\n");
        assertArrayEquals(new double[][] {{0, 0, 1}}, read(named).get(0).rows());
        assertArrayEquals(new double[][] {{1, -1, 0}}, read(named).get(1).rows());
        assertArrayEquals(
                new double[][] {{1, -1, 0}},
                read(file("p.csv", "1,-1,0\n")).get(0).rows());
        assertEquals(
                "F/x.csv has no column \"b\", expected one of B, a, age.", refusal(file("x.csv", "age,a,B\n1,0,0\n")));
    }

    @Test
    void onlyFilesThatExistAreFiles() {
        assertEquals(List.of(con, fts), Contrasts.files(con + "; " + fts));
        for (String text :
                List.of("a - b", "", con + "; a", folder.resolve("no.con").toString()))
            assertEquals(List.of(), Contrasts.files(text));
    }

    @Test
    void refusesFilesThatDoNotFit() throws IOException {
        assertEquals(
                "F/s.csv has 2 weights per row, expected 3, one for each of the regressors a, b, age.",
                refusal(file("s.csv", "1,-1\n")));
        assertEquals(
                "A weight is missing in line 1 of F/m.csv, expected a number for each regressor; write 0 if it is not part of the contrast.",
                refusal(file("m.csv", "1,n/a,0\n")));
        assertEquals(
                "F/t.fts selects from 2 contrasts, expected 3 as there are; write one column for each contrast.",
                refusal(con, file("t.fts", "1 1\n")));
        assertEquals(
                "The F test in line 1 of F/t.fts has 2.0, expected 1 for the contrasts that it tests together and 0 for the"
                        + " others.",
                refusal(con, file("t.fts", "1 2 0\n")));
        assertEquals(
                "An F test of F/t.fts selects 1 contrast, a > b, expected at least two; F of a single one is t"
                        + " squared, so use a two-sided t test.",
                refusal(con, file("t.fts", "1 0 0\n")));
        assertEquals("F/o.con does not exist, expected a CSV or TSV file.", refusal(file("o.fts", "1 1 0\n")));
        assertEquals(
                "The contrast \"0 0 0\" has only weights of 0, expected another weight for at least one of a, b, age.",
                refusal(file("z.csv", "0 0 0\n")));
    }
}
