package cohort.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CovariateSheetTest {
    private static final CovariateSheet EMPTY = new CovariateSheet(
            List.of("sub-01", "sub-02", "sub-03"), List.of(), List.of(List.of(), List.of(), List.of()));
    private static final List<List<String>> AGES =
            List.of(List.of("23", "f"), List.of("31.5", "m"), List.of("n/a", "f"));

    /** Excel and LibreOffice copy tabs; files have commas, or semicolons with decimal commas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "age\tsex\n23\tf\n31.5\tm\nn/a\tf\n",
                "age\tsex\r\n23\tf\r\n31,5\tm\r\nn/a\tf\r\n",
                "age,sex\n23,f\n31.5,m\nn/a,f",
                "age;sex\n23;f\n31,5;m\nn/a;f\n\n",
                "\"age\",\"sex\"\n23,f\n31.5,\"m\"\nn/a,f\n",
                "participant_id\tage\tsex\nsub-02\t31.5\tm\nsub-03\tn/a\tf\nsub-01\t23\tf\n",
                "age\tsubject\tsex\n31.5\t02\tm\nn/a\tSUB-03\tf\n23\t01\tf\n"
            })
    void takesWhatSpreadsheetsCopy(String text) {
        CovariateSheet pasted = EMPTY.paste(text);
        assertEquals(List.of("age", "sex"), pasted.columns());
        assertEquals(AGES, pasted.rows());
    }

    @Test
    void columnsWithoutNamesAreNumbered() {
        CovariateSheet pasted = EMPTY.paste("23\tf\n31.5\tm\nn/a\tf");
        assertEquals(List.of("column_1", "column_2"), pasted.columns());
        assertEquals(AGES, pasted.rows());
        assertEquals(
                List.of("healthy control", "patient", "patient"),
                EMPTY.paste("group\nhealthy control\npatient\npatient").rows().stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void whomNothingIsSaidOfLacksIt() {
        CovariateSheet pasted = EMPTY.with("age").with(2, 0, " 40 ").paste("id\tage\n01\t23\n02\t31\n");
        assertEquals(List.of(List.of("23"), List.of("31"), List.of("")), pasted.rows());
    }

    @Test
    void rowsMustBeThoseOfTheSubjects() {
        assertThrows(InputException.class, () -> EMPTY.paste(" \n"));
        String few = assertThrows(InputException.class, () -> EMPTY.paste("age\n23\n"))
                .getMessage();
        assertEquals(
                "What was pasted has 1 rows below the names of the columns, expected 3, one for each subject, or a"
                        + " column of their ids.",
                few);
        String stranger = assertThrows(
                        InputException.class,
                        () -> EMPTY.paste("participant_id\tage\nsub-01\t2\nsub-02\t2\nsub-03\t2\nsub-04\t3"))
                .getMessage();
        assertTrue(stranger.contains("sub-04"), stranger);
        assertThrows(InputException.class, () -> EMPTY.paste("participant_id\tage\nsub-01\t2\n01\t2\n"));
        assertThrows(InputException.class, () -> EMPTY.with(" "));
        assertThrows(InputException.class, () -> EMPTY.with("participant_id"));
    }

    @Test
    void typedCellsAreSaved(@TempDir Path folder) {
        CovariateSheet typed = EMPTY.with("age")
                .with("group")
                .with(0, 0, "23")
                .with(1, 1, "a b")
                .without(0)
                .with("age");
        Path file = folder.resolve("participants.tsv");
        typed.table("participants.tsv").write(file);
        Table read = Table.read(file);
        assertEquals(List.of("participant_id", "group", "age"), read.columns());
        assertEquals(List.of("n/a", "a b", "n/a"), read.column("group"));
        assertEquals(EMPTY.ids(), read.column("participant_id"));
    }
}
