package cohort.design.strata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedColumnsTest {
    /** Six subjects twice, as BIDS numbers them. */
    private static Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            rows.add(List.of("" + (i / 2 + 1), "" + (i % 2 + 1), "" + (20 + i * i % 13), i % 4 < 2 ? "f" : "m"));
        return Table.of("t.tsv", List.of("subject", "session", "age", "sex"), rows);
    }

    private static DesignMatrix design(String formula) {
        return Designs.fromFormula(
                formula, table(), IntStream.range(0, 12).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void wholeNumbersThatRepeatAreAskedAbout() {
        assertEquals(
                List.of(
                        "session: 2 whole numbers, each 6 times, taken as a slope; write C(session) for a factor.",
                        "subject: 6 whole numbers, each twice, taken as a slope; write C(subject) for a factor."),
                Designs.slopes("session + subject + age + sex", table()));
        assertEquals(List.of(), Designs.slopes("C(session) + C(subject) + age", table()));
        assertEquals(List.of(), Designs.slopes("age + Error(subject)", table()));
    }

    @Test
    void aSubjectThatRepeatsIsNamed() {
        assertEquals(
                Optional.of(
                        "The column subject has 6 values for 12 maps: if these are subjects, add C(subject) to the model or"
                                + " give blocks=subject, since maps of one subject are not independent."),
                RepeatedColumns.subject(table()));
        assertEquals(
                Optional.empty(),
                RepeatedColumns.subject(Table.of("t", List.of("id"), List.of(List.of("a"), List.of("b")))));
    }

    @Test
    void aLevelOfASlopeIsExplained() {
        String message = assertThrows(
                        InputException.class, () -> Contrasts.parse("session.2", design("session + C(subject)")))
                .getMessage();
        assertEquals(
                "; session is a slope, since its values are numbers: write C(session) in the model for its levels.",
                message.substring(message.indexOf(';')));
        assertEquals(
                1,
                Contrasts.parse("session.2", design("C(session) + C(subject)")).rows().length);
    }

    /** The sampling unit of a formula, however it is written; what else R's term holds follows from the contrast. */
    @Test
    void theErrorTermNamesTheSubject() {
        for (String formula : List.of(
                "C(session) + Error(subject)",
                "Error(subject/session) + C(session)",
                "~ C(session) + Error(C(subject)/(session*sex))",
                "C(session) + Error(`subject`/session)")) {
            DesignMatrix design = design(formula);
            assertEquals(List.of("intercept", "session.2"), design.columns(), formula);
            int[] subjects = design.subjects().orElseThrow().level(0);
            for (int i = 0; i < 12; i++) assertEquals(i / 2 + 1, subjects[i], formula);
        }
        assertEquals(List.of("intercept"), design("Error(subject)").columns());
        assertThrows(InputException.class, () -> design("session + Error(subject"));
        assertThrows(InputException.class, () -> design("session + Error()"));
        assertThrows(InputException.class, () -> design("session + Error(nobody)"));
    }
}
