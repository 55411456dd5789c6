package cohort.subjects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.subjects.found.Cohorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveOutTest {
    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void makeTable() throws IOException {
        table = Files.writeString(
                folder.resolve("t.tsv"),
                """
                participant_id\tmap\tmean motion\tgroup\tsite\tage
                sub-1\t1.nii\t0.1\tpilot\t3\tn/a
                sub-2\t2.nii\t0.5\tmain\t3.0\t20
                sub-3\t3.nii\t0.50\tmain\t4\t30
                sub-4\t4.nii\t2\tmain\tA; B\t40
                sub-5\tn/a\t\tpilot\t4\t50
                """);
        for (int s = 1; s < 5; s++) Files.writeString(folder.resolve(s + ".nii"), "");
    }

    private Cohort read(String leaveOut) {
        return Cohorts.read(table.toString(), leaveOut, FilesRead.ignored());
    }

    private String refusal(String leaveOut) {
        return assertThrows(InputException.class, () -> read(leaveOut))
                .getMessage()
                .replace(folder.toString(), "F");
    }

    /** The last subject has no map and is left out each time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5                                   | 1 2 3 4",
                "sub-5; sub-1                        | 2 3 4",
                "5, 2, sub-3                         | 1 4",
                "05; sub-002                         | 1 3 4",
                "map is n/a                          | 1 2 3 4",
                "group = pilot                       | 2 3 4",
                "group == 'pilot'                    | 2 3 4",
                "group!=main                         | 2 3 4",
                "5; `mean motion` > 0.5              | 1 2 3",
                "5; mean motion >= .5                | 1",
                "5; mean motion <= 0.5               | 4",
                "5; `mean motion` < 5e-1             | 2 3 4",
                "mean motion is n/a                  | 1 2 3 4",
                "`mean motion` = n/a                 | 1 2 3 4",
                "5; site = 3                         | 3 4",
                "5; site = \"3\"; age is n/a         | 3 4",
                "5; site != 3                        | 1 2",
                "5; age is not n/a                   | 1",
                "5; age > 20                         | 1 2",
                "5; participant_id = sub-4           | 1 2 3",
            })
    void idsAndConditionsLeaveSubjectsOut(String leaveOut, String kept) {
        if (kept.length() < 2) {
            assertEquals("leave_out leaves 1 of the 5 subjects of F/t.tsv, expected at least two.", refusal(leaveOut));
            return;
        }
        Cohort cohort = read(leaveOut);
        assertEquals(kept, cohort.ids().stream().map(id -> id.substring(4)).collect(Collectors.joining(" ")));
        assertEquals(cohort.ids(), cohort.covariates().column("participant_id"));
        assertEquals(
                cohort.ids().stream().map(id -> id.substring(4) + ".nii").toList(),
                cohort.covariates().column("map"));
    }

    @Test
    void whatEachRuleDidIsKept() {
        assertEquals(
                List.of(
                        new LeftOut("5", List.of("sub-5"), List.of()),
                        new LeftOut("age >= 30", List.of("sub-3", "sub-4", "sub-5"), List.of("sub-1")),
                        new LeftOut("group = nobody's", List.of(), List.of())),
                read("5; age >= 30, group = nobody's").leftOut());
        assertEquals(
                List.of("sub-5", "sub-3", "sub-4"), read("sub-5; age >= 30").idsLeftOut());
        assertEquals(
                List.of(
                        "leave_out: sub-5 is left out.",
                        "leave_out: age > 40 leaves out sub-5, and keeps sub-1, where the value is missing.",
                        "leave_out: group = test leaves out nobody."),
                read("5; age > 40; group = test").leftOut().stream()
                        .map(LeftOut::sentence)
                        .toList());
    }

    @Test
    void refusesWhatMeansNobody() {
        assertEquals(
                "leave_out: sub-9 is neither a subject of F/t.tsv nor a condition, expected ids such as sub-1,"
                        + " sub-2, sub-3,"
                        + " sub-4, sub-5, or conditions such as age is n/a, motion > 0.5 or group = pilot.",
                refusal("sub-9"));
        assertEquals(
                "F/t.tsv has no column \"grup\", expected one of group, map, site, age, mean motion, participant_id.",
                refusal("grup = pilot"));
        assertEquals(
                "leave_out: group > 3 meets \"pilot\" in line 2 of F/t.tsv, expected numbers on both sides;"
                        + " text can only be compared with = or !=.",
                refusal("group > 3"));
        assertEquals(
                "leave_out: age < old compares with \"old\", expected numbers on both sides; text can only be"
                        + " compared with = or !=.",
                refusal("age < old"));
        assertEquals(
                "leave_out leaves 0 of the 5 subjects of F/t.tsv, expected at least two.",
                refusal("participant_id != x"));
    }

    /** Sessions beside each other are no mistake once one is left. */
    @Test
    void rowsAreLeftOutBeforeTheyAreChecked() throws IOException {
        table = Files.writeString(
                folder.resolve("t.tsv"),
                "participant_id\tmap\tsession\nA\t1.nii\t1\nA\tnone.nii\t2\nB\t2.nii\t1\nB\t2.nii\t2\n");
        assertEquals(List.of("A", "B"), read("session = 2").ids());
        assertEquals(List.of(), read("session = 2").idsLeftOut());
    }

    @Test
    void filesWithoutATableAreLeftOutByTheirNames() {
        assertEquals(
                List.of("1", "3", "4"),
                Cohorts.read(folder + "/*.nii", "2", FilesRead.ignored()).ids());
    }
}
