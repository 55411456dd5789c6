package cohort.design.contrast;

import cohort.InputException;
import cohort.design.formula.ParseError;
import cohort.design.formula.RegressorNames;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.ReferenceGrid;
import cohort.table.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads contrasts:
 *
 * <pre>
 * all      = contrast {"|" contrast}
 * contrast = sum {";" sum} [";"] | pairs
 * sum      = ["+" | "-"] product {("+" | "-") product}
 * product  = atom {("*" | "/") atom}
 * atom     = number | regressor | cell | "(" sum ")"
 * </pre>
 *
 * A regressor's name may hold signs and digits: the longest one that stands at a place is taken. All of it or parts of it may
 * stand between backticks, and there as the table has them: {@code `is patient`.TRUE}. In place of a sum there may be a
 * number for each regressor, separated by blanks or commas. Cells and pairs are those of {@link CellReader}.
 */
public final class ContrastParser {
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WEIGHTS = Pattern.compile(
            "W(?:(?:\\s*,\\s*|\\s+)W)*(?=\\s*(?:[;|]|$))".replace("W", "[+\\-\u2212]?(?:" + NUMBER + ")"));
    private static final Pattern WORD = Pattern.compile("`[^`]*`|[\\p{L}\\p{N}_.:]+|.");

    private static final String CELL = "cell", PAIRS = "pairwise";

    private final String text;
    private final List<String> columns;
    private final CellReader cells;
    /** What cells of the row that is read are called, by how they are written. */
    private final Map<String, String> labels = new LinkedHashMap<>();

    private int at;

    private ContrastParser(String text, DesignMatrix design) {
        this.text = text;
        this.columns = design.columns();
        this.cells = new CellReader(text, design.cells());
    }

    /** The rows of each contrast over the regressors of a design. */
    public static List<List<ContrastRow>> parse(String text, DesignMatrix design) {
        ContrastParser parser = new ContrastParser(text, design);
        List<List<ContrastRow>> contrasts = new ArrayList<>();
        do contrasts.addAll(parser.contrasts());
        while (parser.take('|'));
        if (parser.at < text.length()) throw parser.wrong("one of + - * / ; | or its end");
        return contrasts;
    }

    private List<List<ContrastRow>> contrasts() {
        skipBlanks();
        if (!cells.isCall(PAIRS, at)) return List.of(rows());
        ReferenceGrid grid = cells.grid(at);
        List<List<ContrastRow>> contrasts = cells.pairs(at).stream()
                .map(pair -> List.of(new ContrastRow(
                        pair[0].text() + " - " + pair[1].text(),
                        pair[0].label() + " - " + pair[1].label(),
                        pair[0].form(grid).plus(-1, pair[1].form(grid)))))
                .toList();
        at = cells.end();
        if (at < text.length() && text.charAt(at) != '|')
            throw wrong("| or its end, since pairwise(...) is a contrast by itself");
        return contrasts;
    }

    private List<ContrastRow> rows() {
        List<ContrastRow> rows = new ArrayList<>();
        do {
            skipBlanks();
            int from = at;
            labels.clear();
            LinearForm form = row();
            String written = text.substring(from, at).strip(), label = written;
            for (Map.Entry<String, String> cell : labels.entrySet())
                label = label.replace(cell.getKey(), cell.getValue());
            rows.add(new ContrastRow(written, label, form));
        } while (take(';') && !text.startsWith("|", at));
        return rows;
    }

    /** Several numbers are weights; one may be a regressor's name, and is a weight where there is but one regressor. */
    private LinearForm row() {
        Matcher numbers = WEIGHTS.matcher(text).region(at, text.length());
        if (!numbers.lookingAt()) return sum();
        double[] weights = Arrays.stream(numbers.group().split("[\\s,]+"))
                .mapToDouble(number -> Double.parseDouble(number.replace('\u2212', '-')))
                .toArray();
        if (weights.length == 1) {
            LinearForm form = sum();
            if (!form.isNumber() || columns.size() == 1 && Math.abs(weights[0]) != 1) return form;
        }
        if (weights.length != columns.size())
            throw new InputException("The contrast \"" + numbers.group() + "\" has " + weights.length + " number"
                    + (weights.length == 1 ? "" : "s") + ", expected " + columns.size()
                    + ", a weight for each of the regressors " + String.join(", ", columns) + ".");
        at = numbers.end();
        skipBlanks();
        return new LinearForm(weights, 0);
    }

    private LinearForm sum() {
        LinearForm sum = LinearForm.number(columns.size(), 0);
        double sign = take('-') ? -1 : 1;
        if (sign > 0) take('+');
        do {
            sum = sum.plus(sign, product());
            sign = take('+') ? 1 : take('-') ? -1 : 0;
        } while (sign != 0);
        return sum;
    }

    private LinearForm product() {
        LinearForm left = atom();
        while (true) {
            skipBlanks();
            int sign = at;
            if (take('*')) left = times(left, atom(), sign);
            else if (take('/')) left = over(left, atom(), sign);
            else return left;
        }
    }

    private LinearForm times(LinearForm left, LinearForm right, int sign) {
        if (left.isNumber()) return right.times(left.constant());
        if (right.isNumber()) return left.times(right.constant());
        throw ParseError.of("contrast", text, sign, "*", "a number on one side of it");
    }

    private LinearForm over(LinearForm left, LinearForm right, int sign) {
        if (right.isNumber() && right.constant() != 0) return left.over(right.constant());
        throw ParseError.of("contrast", text, sign, "/", "a number other than 0 behind it");
    }

    private LinearForm atom() {
        if (take('(')) {
            LinearForm sum = sum();
            if (!take(')')) throw wrong("a )");
            return sum;
        }
        int regressor = regressor();
        if (regressor < 0 && cells.isCall(PAIRS, at)) throw wrong("pairwise(...) between | alone, not within a sum");
        if (regressor < 0 && cells.isCall(CELL, at)) return cell();
        if (regressor >= 0) return LinearForm.regressor(columns.size(), regressor);
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return LinearForm.number(columns.size(), Double.parseDouble(number.group()));
        }
        throw wrong("one of the regressors " + String.join(", ", Nearest.first(word(), columns)) + slope() + call());
    }

    private LinearForm cell() {
        int from = at;
        ReferenceGrid grid = cells.grid(from);
        Cell cell = cells.cell(from);
        at = cells.end();
        labels.put(text.substring(from, at).strip(), cell.label());
        return cell.form(grid);
    }

    /** Index of the regressor that stands here, and steps behind it; -1 if there is none. */
    private int regressor() {
        int best = -1, end = at;
        for (int c = 0; c < columns.size(); c++) {
            int after = after(columns.get(c));
            if (after > end && endsAt(after)) {
                best = c;
                end = after;
            }
        }
        at = end;
        skipBlanks();
        return best;
    }

    /** Where a name ends that begins here, parts of it perhaps between backticks; -1 if it does not stand here. */
    private int after(String name) {
        int end = at, matched = 0;
        while (matched < name.length()) {
            int quote = text.startsWith("`", end) ? text.indexOf('`', end + 1) : end;
            if (quote < 0 || quote == text.length()) return -1;
            String part =
                    quote > end ? RegressorNames.safe(text.substring(end + 1, quote)) : text.substring(end, end + 1);
            if (!name.startsWith(part, matched)) return -1;
            matched += part.length();
            end = quote + 1;
        }
        return end;
    }

    /** Whether a name may end here: no longer name goes on. */
    private boolean endsAt(int end) {
        if (end == text.length()) return true;
        boolean inside = isNamePart(text.charAt(end - 1)) && isNamePart(text.charAt(end));
        return !inside;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':';
    }

    private boolean take(char sign) {
        skipBlanks();
        boolean there = at < text.length() && (text.charAt(at) == sign || sign == '-' && text.charAt(at) == '\u2212');
        if (there) at++;
        skipBlanks();
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    /** A hint where a level of a regressor is asked for that is a slope. */
    private String slope() {
        int dot = word().indexOf('.');
        String column = dot < 0 ? "" : word().substring(0, dot);
        return columns.contains(column)
                ? "; " + column + " is a slope, since its values are numbers: write C(" + column
                        + ") in the model for its levels"
                : "";
    }

    /** A hint where something else is called than what can be. */
    private String call() {
        boolean called = text.startsWith("(", at + word().length());
        return Nearest.to(word(), List.of(CELL, PAIRS))
                .filter(near -> called)
                .map(near -> " (did you mean " + near + "(...)?)")
                .orElse("");
    }

    private String word() {
        Matcher word = WORD.matcher(text).region(at, text.length());
        return word.lookingAt() ? word.group() : "";
    }

    private InputException wrong(String expected) {
        return ParseError.of("contrast", text, at, word(), expected);
    }
}
