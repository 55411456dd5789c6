package cohort.design.coding;

import cohort.design.matrix.ReferenceGrid;
import cohort.table.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The cells of a formula.
 *
 * @param blocks its regressors
 * @param columns of the table that they depend on
 * @param levels of those columns that have some, the reference first
 * @param subjects the subjects in the analysis
 */
record Cells(List<Block> blocks, List<String> columns, Map<String, List<String>> levels, Covariates subjects)
        implements ReferenceGrid {

    @Override
    public Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String column : columns)
            if (!levels.containsKey(column))
                means.put(
                        column,
                        Arrays.stream(subjects.numbers(column)).average().orElseThrow());
        return means;
    }

    @Override
    public Optional<List<String>> levels(String column) {
        return Optional.ofNullable(levels.get(column));
    }

    @Override
    public double[] weights(String cell, Map<String, String> given) {
        return blocks.stream()
                .flatMapToDouble(block -> weights(block, cell, given))
                .toArray();
    }

    /** The means of a block's regressors over every combination of what is not given and the block depends on. */
    private DoubleStream weights(Block block, String cell, Map<String, String> given) {
        List<List<String>> rows = List.of(List.of());
        for (String column : block.columns()) {
            List<String> values = values(column, given);
            rows = rows.stream()
                    .flatMap(row -> values.stream().map(value -> Stream.concat(row.stream(), Stream.of(value))
                            .toList()))
                    .toList();
        }
        Covariates cells =
                new Covariates(Table.of(cell, block.columns(), rows), Collections.nCopies(rows.size(), cell));
        return block.regressors(cells).stream()
                .mapToDouble(
                        regressor -> Arrays.stream(regressor.values()).average().orElseThrow());
    }

    private List<String> values(String column, Map<String, String> given) {
        if (given.containsKey(column)) return List.of(given.get(column));
        return levels.containsKey(column)
                ? levels.get(column)
                : List.of(means().get(column).toString());
    }
}
