package cohort.design.strata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.files.FilesRead;
import cohort.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeabilityTest {
    private static final List<String> IDS = List.of("A", "B", "C");

    @TempDir
    Path folder;

    private BlockLabels read(String text) throws IOException {
        return Exchangeability.fromFile(
                Files.writeString(folder.resolve("b.csv"), text), IDS, List.of(), FilesRead.ignored());
    }

    @Test
    void aColumnGivesBlocksInOrderOfAppearance() {
        Table table = Table.of("t.csv", List.of("family"), List.of(List.of("x"), List.of("7"), List.of("x")));
        BlockLabels blocks = Exchangeability.fromColumn("family", table, IDS);
        assertEquals(1, blocks.levels());
        assertArrayEquals(new int[] {1, 2, 1}, blocks.level(0));
        Table gap = Table.of("t.csv", List.of("family"), List.of(List.of("x"), List.of("n/a"), List.of("x")));
        assertEquals(
                "Column \"family\" is missing for B, expected a value for every subject; fill it in, or leave"
                        + " these subjects out with leave_out=[family is n/a].",
                assertThrows(InputException.class, () -> Exchangeability.fromColumn("family", gap, IDS))
                        .getMessage());
    }

    @Test
    void aFileGivesNestedBlocks() throws IOException {
        int[][] labels = {{-1, 1}, {-1, 2}, {-2, 3}};
        assertArrayEquals(labels, read("outer,inner\n-1,1\n-1,2\n-2,3\n").labels());
        assertArrayEquals(
                labels,
                read("outer,participant_id,inner\n-2,C,3\n-1,A,1\n-1,B,2\n").labels());
    }

    @Test
    void blocksAreWholeNumbersButZero() {
        for (String cell : List.of("0", "1.5", "1e10"))
            assertEquals(
                    "Column \"b\" has \"" + cell + "\" in line 3 of " + folder.resolve("b.csv")
                            + ", expected the number of a block: whole and not 0.",
                    assertThrows(InputException.class, () -> read("b\n1\n" + cell + "\n2\n"))
                            .getMessage());
    }
}
