package cohort.design.contrast;

import cohort.InputException;
import cohort.design.formula.Lexer;
import cohort.design.matrix.ReferenceGrid;
import cohort.table.Nearest;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cell of a model: {@code cell(group='patient', age=40)}.
 *
 * @param given levels and numbers by column, in the order in which they are written
 */
record Cell(Map<String, String> given) {
    /**
     * @param column of the model
     * @param value as it is written
     * @param grid the model's cells
     * @return the value as the grid has it
     * @throws InputException if the column has no such level or holds numbers and this is none
     */
    static String value(String column, String value, ReferenceGrid grid) {
        Optional<List<String>> levels = grid.levels(column);
        if (levels.isEmpty()) {
            if (Table.isNumber(value)) return value;
            throw new InputException("contrast: found " + column + "=" + value + ", expected a number, since " + column
                    + " is numeric in the model.");
        }
        return levels.get().stream()
                .filter(level -> level.equals(value) || isSameNumber(level, value))
                .findFirst()
                .orElseThrow(() -> new InputException("contrast: found " + column + "=" + value
                        + ", expected one of the levels " + String.join(", ", Nearest.first(value, levels.get()))
                        + "."));
    }

    private static boolean isSameNumber(String level, String value) {
        return Table.isNumber(level) && Table.isNumber(value) && Double.parseDouble(level) == Double.parseDouble(value);
    }

    /** The same with one more value, or another one. */
    Cell with(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put(column, value);
        given.forEach(more::putIfAbsent);
        return new Cell(more);
    }

    /** The weights of the regressors. */
    LinearForm form(ReferenceGrid grid) {
        return new LinearForm(grid.weights(text(), given), 0);
    }

    /** As it is written in a contrast. */
    String text() {
        return given.entrySet().stream()
                .map(e -> Lexer.written(e.getKey()) + "=" + written(e.getValue()))
                .collect(Collectors.joining(", ", "cell(", ")"));
    }

    private static String written(String value) {
        if (Table.isNumber(value)) return value;
        return value.contains("'") ? "\"" + value + "\"" : "'" + value + "'";
    }

    /** In words: levels by themselves if they have letters, else behind their column's name. */
    String label() {
        List<String> words = new ArrayList<>();
        given.forEach((column, value) ->
                words.add(value.chars().anyMatch(Character::isLetter) ? value : column + " " + value));
        return words.isEmpty() ? "mean" : String.join(" ", words);
    }
}
