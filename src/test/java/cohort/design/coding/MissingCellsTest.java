package cohort.design.coding;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingCellsTest {
    private static final List<String> IDS = List.of("", "b", "c");

    @Test
    void anEmptyIdLeavesNoHoleInTheSentence() {
        assertEquals(
                "Column \"age\" is missing for \"\" and c, expected a value for every subject; fill it in, or"
                        + " leave these subjects out with leave_out=[age is n/a].",
                assertThrows(InputException.class, () -> MissingCells.check("age", IDS, s -> s != 1))
                        .getMessage());
        assertEquals(
                "d.tsv has no row with the participant_id \"\", expected one row for each map, under the same ids.",
                assertThrows(InputException.class, () -> MissingCells.checkRows("d.tsv", IDS, s -> s == 0))
                        .getMessage());
        assertDoesNotThrow(() -> MissingCells.check("age", IDS, s -> false));
    }
}
