package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Designs against those of formulaic and patsy, which src/test/reference/design_matrices.py wrote. */
class FormulaReferenceTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "reference");

    private final Table covariates = Table.read(FOLDER.resolve("design_covariates.tsv"));
    private final List<String> ids = covariates.column("participant_id");

    @TestFactory
    List<DynamicTest> designsAreThoseOfFormulaicAndPatsy() {
        Table expected = Table.read(FOLDER.resolve("design_matrices.tsv"));
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < expected.rows(); row++)
            rows.computeIfAbsent(expected.column("formula").get(row), f -> new ArrayList<>())
                    .add(row);
        double[][] values = ids.stream().map(expected::numbers).toArray(double[][]::new);
        List<String> names = expected.column("regressor");
        return rows.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> compare(e.getKey(), e.getValue(), names, values)))
                .toList();
    }

    private void compare(String formula, List<Integer> rows, List<String> names, double[][] values) {
        DesignMatrix design = Designs.fromFormula(formula, covariates, ids);
        assertEquals(rows.stream().map(names::get).toList(), design.columns());
        assertEquals(design.size(), design.rank());
        for (int c = 0; c < rows.size(); c++) {
            int row = rows.get(c);
            double[] expected = IntStream.range(0, ids.size())
                    .mapToDouble(s -> values[s][row])
                    .toArray();
            assertArrayEquals(
                    expected, design.column(c), 1e-12, design.columns().get(c));
        }
    }
}
