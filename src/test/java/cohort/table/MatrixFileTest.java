package cohort.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.files.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFileTest {
    @TempDir
    Path folder;

    private MatrixFile read(String text) throws IOException {
        return MatrixFile.read(Files.writeString(folder.resolve("m.csv"), text), FilesRead.ignored());
    }

    private String refusal(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage().replace(folder.toString(), "F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,0.5\n1,-2\n1,30\n",
                "1;.5\r\n1;-2\r\n1;3e1\r\n",
                "1\t0.5\n1\t-2\n1\t30",
                "1 0.5\n1 -2\n1 30\n",
                "  1.0000000e+00   5.0000000e-01\n  1.0e+00  -2.0e+00\n\n  1 30  \n",
                "1,0.5,\n1,-2,\n1,30,\n",
                "1\t0.5\t\n1\t-2\t\n1\t30\t\n",
                "\"1\", \"0.5\"\n\"1\", \"-2\"\n\"1\", \"30\"\n",
                "\uFEFF1,0.5\n1,-2\n1,30\n",
                "/NumWaves 2\n/NumPoints 3\n/PPheights 1 1\n\n/Matrix\n1 0.5\n1 -2\n1 30\n",
                "/NumWaves\t2\r\n/NumContrasts\t3\r\n/Matrix\r\n1.0e+00\t5.0e-01\t\r\n1\t-2\t\r\n1\t30\t\r\n",
            })
    void numbersWithoutAHeaderAreColumnsByNumber(String text) throws IOException {
        MatrixFile file = read(text);
        assertFalse(file.hasHeader());
        assertEquals(List.of("1", "2"), file.table().columns());
        assertArrayEquals(new double[] {1, 1, 1}, file.table().numbers("1"));
        assertArrayEquals(new double[] {0.5, -2, 30}, file.table().numbers("2"));
    }

    @Test
    void aNameInTheFirstLineMakesItAHeader() throws IOException {
        MatrixFile file = read("1,x\n3,4\n");
        assertTrue(file.hasHeader());
        assertEquals(List.of("1", "x"), file.table().columns());
        assertEquals(1, file.table().rows());
    }

    /** A value that is missing must not move those behind it to the left. */
    @Test
    void missingValuesKeepTheirPlaces() throws IOException {
        MatrixFile file = read("1\t\t3\n4\t5\t\n");
        assertArrayEquals(new double[] {Double.NaN, 5}, file.table().numbers("2"));
        assertArrayEquals(new double[] {3, Double.NaN}, file.table().numbers("3"));
        assertEquals("Line 2 of F/m.csv has 1 cells, expected 2 as in the first row.", refusal("1 2\n3\n"));
    }

    @Test
    void rowsHaveTheNamesOfContrasts() throws IOException {
        MatrixFile file = read(
                "/ContrastName1\tpatients > controls\n/ContrastName3 age\n/NumWaves 1\n/NumContrasts 3\n/Matrix\n1\n2\n3\n");
        assertEquals(List.of("patients > controls", "", "age"), file.rowNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/NumWaves 2|/NumPoints 3|/Matrix|1 0|1 1     ~ F/m.csv has 2 rows below /Matrix, expected 3 as /NumPoints says; write the file again.",
                "/NumWaves 2|/NumPoints 2|/Matrix|1 0|1       ~ Line 5 of F/m.csv has 1 numbers, expected 2 as /NumWaves says; write the file again.",
                "/NumWaves 2|/NumPoints 2|/Matrix|1 0|1 x     ~ Line 5 of F/m.csv has \"x\", expected nothing but numbers below /Matrix; write the file again.",
                "/NumWaves 1|/NumWaves 2|/Matrix|1 0          ~ The key /NumWaves occurs twice in F/m.csv, the second time in line 2, expected it once; write the file again.",
                "/NumWaves 2|/NumPoints 2|1 0|1 1             ~ Line 3 of F/m.csv is neither empty nor a key, expected FSL's format: /NumWaves with the number of columns, /NumPoints (or /NumContrasts) with that of rows, then /Matrix and the rows; write the file again.",
                "/NumWaves 2|/NumPoints 2                     ~ F/m.csv has no line /Matrix, expected FSL's format: /NumWaves with the number of columns, /NumPoints (or /NumContrasts) with that of rows, then /Matrix and the rows; write the file again.",
                "/NumPoints 2|/Matrix|1|1                     ~ F/m.csv has no number after /NumWaves before /Matrix, expected FSL's format: /NumWaves with the number of columns, /NumPoints (or /NumContrasts) with that of rows, then /Matrix and the rows; write the file again.",
                "/NumWaves 1|/NumPoints -2|/Matrix|1|1        ~ F/m.csv has /NumPoints -2, expected FSL's format: /NumWaves with the number of columns, /NumPoints (or /NumContrasts) with that of rows, then /Matrix and the rows; write the file again.",
            })
    void aVestFileThatDoesNotHoldWhatItAnnouncesIsRefused(String text, String message) {
        assertEquals(message, refusal(text.replace('|', '\n')));
    }
}
