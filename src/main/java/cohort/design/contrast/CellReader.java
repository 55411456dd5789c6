package cohort.design.contrast;

import cohort.InputException;
import cohort.design.formula.Lexer;
import cohort.design.formula.ParseError;
import cohort.design.matrix.ReferenceGrid;
import cohort.table.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads cells of a model and pairs of them within a contrast:
 *
 * <pre>
 * cell  = "cell(" [given {"," given}] ")"
 * pairs = "pairwise(" column {"," given} ")"
 * given = column "=" (number | level)      with columns and levels bare or between quotes
 * </pre>
 */
final class CellReader {
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`|'([^']*)'|\"([^\"]*)\"");
    private static final Pattern BARE = Pattern.compile("[^`'\",()=;|\\s]+");
    private static final Pattern BLANKS = Pattern.compile("\\s*");

    private final String text;
    private final Optional<ReferenceGrid> cells;
    private int at;

    /**
     * @param text the contrast
     * @param cells of the model, if it is known
     */
    CellReader(String text, Optional<ReferenceGrid> cells) {
        this.text = text;
        this.cells = cells;
    }

    /** Whether a function of this name is called at a place. */
    boolean isCall(String function, int from) {
        return Pattern.compile(function + "\\s*\\(")
                .matcher(text)
                .region(from, text.length())
                .lookingAt();
    }

    /** Where what was read last ends. */
    int end() {
        return at;
    }

    ReferenceGrid grid(int from) {
        return cells.orElseThrow(() -> ParseError.of(
                "contrast",
                text,
                from,
                text.substring(from, text.indexOf('(', from)),
                "only regressors and weights, since the columns behind a design from a file are not known"));
    }

    Cell cell(int from) {
        open(from);
        return closed(new LinkedHashMap<>());
    }

    /** For each pair of levels a later one and an earlier one, the reference the first of all. */
    List<Cell[]> pairs(int from) {
        open(from);
        int name = at;
        String column = column();
        List<String> levels = grid(from)
                .levels(column)
                .orElseThrow(() -> ParseError.of(
                        "contrast", text, name, column, "a column of levels, since there are no pairs of numbers"));
        if (!take(',') && !text.startsWith(")", at)) throw wrong("a , or a )");
        Cell shared = closed(new LinkedHashMap<>());
        if (shared.given().containsKey(column))
            throw ParseError.of(
                    "contrast", text, name, column, "other columns to be given than the one whose levels are compared");
        return IntStream.range(0, levels.size())
                .boxed()
                .flatMap(first -> levels.stream().skip(first + 1L).map(later ->
                        new Cell[] {shared.with(column, later), shared.with(column, levels.get(first))}))
                .toList();
    }

    private void open(int from) {
        grid(from);
        at = text.indexOf('(', from) + 1;
        skipBlanks();
    }

    private Cell closed(Map<String, String> given) {
        while (!take(')')) {
            int name = at;
            String column = column();
            if (!take('=')) throw wrong("a =");
            take('=');
            String value = word("a level or a number");
            if (given.put(column, Cell.value(column, value, grid(name))) != null)
                throw ParseError.of("contrast", text, name, column, "each column once");
            if (!take(',') && !text.startsWith(")", at)) throw wrong("a , or a )");
        }
        return new Cell(given);
    }

    private String column() {
        int from = at;
        List<String> columns = cells.orElseThrow().columns();
        String column = word("a column of the model");
        if (columns.contains(column)) return column;
        throw ParseError.of(
                "contrast",
                text,
                from,
                column,
                columns.isEmpty()
                        ? "no column, as the model has none"
                        : "one of the model's columns "
                                + String.join(
                                        ", ",
                                        Nearest.first(column, columns).stream()
                                                .map(Lexer::written)
                                                .toList())
                                + Nearest.to(column, columns)
                                        .map(near -> " (did you mean " + Lexer.written(near) + "?)")
                                        .orElse(""));
    }

    private String word(String expected) {
        Matcher quoted = QUOTED.matcher(text).region(at, text.length());
        Matcher bare = BARE.matcher(text).region(at, text.length());
        Matcher found = quoted.lookingAt() ? quoted : bare;
        if (found == bare && !bare.lookingAt()) throw wrong(expected);
        at = found.end();
        skipBlanks();
        String word = found.group();
        return found == bare ? word : word.substring(1, word.length() - 1);
    }

    private boolean take(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        if (there) at++;
        skipBlanks();
        return there;
    }

    private void skipBlanks() {
        Matcher blanks = BLANKS.matcher(text).region(at, text.length());
        if (blanks.lookingAt()) at = blanks.end();
    }

    private InputException wrong(String expected) {
        return ParseError.of("contrast", text, at, at < text.length() ? text.substring(at, at + 1) : "", expected);
    }
}
